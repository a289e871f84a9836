package org.redress.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.local.testing.KnownSettings.Setting;

class AServiceKnowsItsSettingsTest {

    @Test
    void its_own_and_those_of_all_and_none_of_another() {
        assertThat(KnownSettings.of("intake"))
                .extracting(Setting::name)
                .contains("redress.region", "kafka.bootstrap.servers")
                .doesNotContain("redress.notification.public-url");
    }

    @Test
    void by_each_of_their_variables_whatever_the_key() {
        assertThat(named("intake", "quarkus.datasource.password").variables())
                .containsExactly("QUARKUS_DATASOURCE_PASSWORD", "REDRESS_DB_PASSWORD");
        assertThat(named("triage", "redress.triage.major-loss.<key>"))
                .matches(loss -> loss.isSetBy("REDRESS_TRIAGE_MAJOR_LOSS_CNY"))
                .matches(loss -> !loss.isSetBy("REDRESS_TRIAGE_MAJOR_LOSS_"));
    }

    @Test
    void with_the_default_that_it_has_itself_or_none() {
        assertThat(named("notification", "quarkus.datasource.jdbc.max-size").byDefault())
                .isEqualTo("24");
        assertThat(named("notification", "vault.master-key"))
                .matches(Setting::isRequired)
                .matches(key -> key.byDefault().isEmpty());
    }

    private static Setting named(String service, String name) {
        return KnownSettings.of(service).stream()
                .filter(setting -> setting.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
