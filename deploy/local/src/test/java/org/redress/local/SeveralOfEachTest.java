package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.local.Service.INTAKE;
import static org.redress.local.Service.NOTIFICATION;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second of a service stands beside the first and shares everything but its address. */
class SeveralOfEachTest {

    @TempDir Path folder;

    private final PlatformPorts ports = PlatformPorts.usual();
    private Parts parts;

    @BeforeEach
    void aPlatform() {
        parts = Parts.of(new Platform.Settings(folder, ports, Map.of(), Stay.BRIEF));
    }

    @Test
    void one_of_each_is_what_it_was() {
        assertThat(parts.services(1)).isEqualTo(parts.services());
        assertThat(parts.services())
                .extracting(Part::name)
                .containsExactly("intake", "triage", "escalation", "notification", "reporting");
        assertThat(parts.named("intake").ports()).containsExactly(18081, 18091);
    }

    @Test
    void each_has_a_name_and_ports_of_its_own() {
        List<Part> all = parts.services(Parts.MOST);

        assertThat(all).hasSize(4 * 5).extracting(Part::name).doesNotHaveDuplicates();
        assertThat(all).flatExtracting(Part::ports).doesNotHaveDuplicates();
        assertThat(parts.services(2).subList(5, 10))
                .extracting(Part::name)
                .containsExactly(
                        "intake-2", "triage-2", "escalation-2", "notification-2", "reporting-2");
        assertThat(parts.named("intake-2").ports()).containsExactly(18181, 18191);
    }

    @Test
    void all_of_a_service_have_the_same_databases_keys_and_links() {
        Map<String, String> first = environment(NOTIFICATION, 1);
        Map<String, String> second = environment(NOTIFICATION, 2);

        assertThat(second).containsOnlyKeys(first.keySet());
        assertThat(second.keySet())
                .filteredOn(name -> !second.get(name).equals(first.get(name)))
                .containsExactlyInAnyOrder(
                        "QUARKUS_HTTP_PORT",
                        "QUARKUS_MANAGEMENT_PORT",
                        "WEB_PUBLIC_URL",
                        "WEB_MANAGEMENT_URL");
        assertThat(environment(INTAKE, 2)).containsEntry("QUARKUS_HTTP_PORT", "18181");
    }

    private Map<String, String> environment(Service service, int number) {
        return parts.named(service.instance(number)).launch().get().environment();
    }
}
