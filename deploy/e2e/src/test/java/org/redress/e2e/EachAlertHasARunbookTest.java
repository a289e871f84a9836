package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.redress.e2e.promql.Expression;

/** What is shipped for Prometheus and Grafana, read as it is; no service runs. */
class EachAlertHasARunbookTest {

    @Test
    void and_each_runbook_an_alert() {
        assertThat(Monitoring.runbooks())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        Monitoring.alerts().stream().map(alert -> alert.name() + ".md").toList());
    }

    @Test
    void that_says_what_it_means_what_to_look_at_what_to_do_and_whom_to_wake() throws IOException {
        for (var runbook : Monitoring.runbooks()) {
            assertThat(Files.readAllLines(runbook))
                    .as(runbook.toString())
                    .contains(
                            "# " + runbook.getFileName().toString().replace(".md", ""),
                            "## What it means for people",
                            "## Look",
                            "## Do",
                            "## Wake")
                    .hasSizeLessThan(60);
        }
    }

    @Test
    void an_alert_says_how_urgent_it_is_in_a_sentence_and_where_to_read_on() {
        assertThat(Monitoring.alerts())
                .allSatisfy(alert -> {
                    assertThat(alert.text().at("/labels/severity").asText()).isIn("page", "ticket");
                    assertThat(alert.text().at("/annotations/summary").asText()).contains(" ");
                    assertThat(alert.text().at("/annotations/runbook_url").asText())
                            .isEqualTo("docs/runbooks/%s.md".formatted(alert.name()));
                    assertThat(alert.text().path("for").asText("0s")).matches("\\d+[smh]");
                });
    }

    @Test
    void a_panel_has_a_title_a_unit_and_expressions_that_can_be_read() {
        assertThat(Monitoring.dashboards())
                .hasSize(2)
                .allSatisfy(dashboard -> {
                    assertThat(dashboard.path("uid").asText()).startsWith("redress-");
                    assertThat(dashboard.path("panels"))
                            .isNotEmpty()
                            .allSatisfy(panel -> {
                                assertThat(panel.path("title").asText()).isNotBlank();
                                assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                                        .isNotBlank();
                                assertThat(panel.path("targets"))
                                        .isNotEmpty()
                                        .allSatisfy(target ->
                                                assertThat(
                                                                Expression.parse(
                                                                                target.path("expr")
                                                                                        .asText())
                                                                        .metrics())
                                                        .isNotEmpty());
                            });
                });
    }
}
