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
import org.redress.platform.testing.Contract;

class TheMeasuresAreThoseOfTheContractTest {
    private static final Path SCHEMA =
            Path.of("../contracts/reporting/bi.daily-metric.v1.schema.json");

    @Test
    void and_no_others() throws Exception {
        var schema = EventJson.read(Files.readAllBytes(SCHEMA), ObjectNode.class);
        var fields = new ArrayList<String>();
        schema.get("properties").fieldNames().forEachRemaining(fields::add);

        fields.removeAll(List.of("date", "ownerUnit", "caseClass", "severity", "updatedAt"));

        assertThat(Figure.ALL).extracting(Figure::name).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-second-round", "not-yet-assessed", "quality-critical"})
    void and_a_golden_metric_is_published_as_it_stands(String name) {
        var golden = Contract.of("redress.bi.daily-metric.v1").example(name);

        var published = EventJson.write(metric(golden));

        assertThat(Contract.of("redress.bi.daily-metric.v1").faults(new String(published, UTF_8)))
                .isEmpty();
        assertThat(EventJson.read(published, ObjectNode.class)).isEqualTo(golden);
    }

    @Test
    void and_a_table_names_them_in_the_same_order() {
        assertThat(Csv.of(List.of()))
                .isEqualTo(
                        "date,ownerUnit,caseClass,severity,registered,resolved,closed,reopened,"
                                + "satisfied,notSatisfied,clocksBreached,pages,acknowledged,"
                                + "exhausted,p50SecondsToAcknowledge,p90SecondsToAcknowledge,"
                                + "p50SecondsToResolve,p90SecondsToResolve,updatedAt\r\n");
    }

    @Test
    void and_what_the_description_shows_is_what_is_answered() {
        var shown =
                (ObjectNode)
                        EventJson.read(Examples.DAILY.getBytes(UTF_8), ObjectNode.class)
                                .at("/items/0");

        assertThat(EventJson.read(EventJson.write(metric(shown)), ObjectNode.class))
                .isEqualTo(shown);
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
