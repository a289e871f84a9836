package org.redress.reporting.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.Contracts;

class TheMeasuresAreThoseOfTheContractTest {
    private static final Path SCHEMA =
            Path.of("../contracts/reporting/bi.daily-metric.v1.schema.json");

    @Test
    void andNoOthers() throws Exception {
        var schema = Contracts.parse(Files.readAllBytes(SCHEMA));
        var fields = new ArrayList<String>();
        schema.get("properties").fieldNames().forEachRemaining(fields::add);

        fields.removeAll(List.of("date", "ownerUnit", "caseClass", "severity", "updatedAt"));

        assertThat(Figure.ALL).extracting(Figure::name).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-second-round", "not-yet-assessed", "quality-critical"})
    void andAGoldenMetricIsPublishedAsItStands(String name) {
        var golden = Contracts.example("reporting/bi.daily-metric.v1/" + name);

        var published = EventJson.write(metric(golden));

        assertThat(Contracts.faults("reporting/bi.daily-metric.v1", new String(published, UTF_8)))
                .isEmpty();
        assertThat(Contracts.parse(published)).isEqualTo(golden);
    }

    @Test
    void andATableNamesThemInTheSameOrder() {
        assertThat(Csv.of(List.of()))
                .isEqualTo(
                        "date,ownerUnit,caseClass,severity,registered,resolved,closed,reopened,"
                                + "satisfied,notSatisfied,clocksBreached,pages,acknowledged,"
                                + "exhausted,p50SecondsToAcknowledge,p90SecondsToAcknowledge,"
                                + "p50SecondsToResolve,p90SecondsToResolve,updatedAt\r\n");
    }

    @Test
    void and_what_the_description_shows_is_what_is_answered() {
        var shown = (ObjectNode) Contracts.parse(Examples.DAILY.getBytes(UTF_8)).at("/items/0");

        assertThat(Contracts.parse(EventJson.write(metric(shown)))).isEqualTo(shown);
        assertThat(Csv.of(List.of(metric(shown))))
                .isEqualTo(Examples.DAILY_CSV.replace("\n", "\r\n"));
    }

    private static DailyMetric metric(ObjectNode golden) {
        Map<String, Number> figures = new LinkedHashMap<>();
        for (var figure : Figure.ALL) {
            if (golden.has(figure.name())) {
                figures.put(figure.name(), golden.get(figure.name()).numberValue());
            }
        }
        return new DailyMetric(
                LocalDate.parse(golden.get("date").asText()),
                golden.get("ownerUnit").asText(),
                golden.get("caseClass").asText(),
                golden.get("severity").asText(),
                figures,
                Instant.parse(golden.get("updatedAt").asText()));
    }
}
