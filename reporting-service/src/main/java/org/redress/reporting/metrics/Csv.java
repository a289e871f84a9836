package org.redress.reporting.metrics;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Daily metrics as RFC 4180 comma-separated values; no value needs quotes. */
final class Csv {
    private static final String HEADER =
            line(
                    Stream.of("date", "ownerUnit", "caseClass", "severity"),
                    Figure.ALL.stream().map(Figure::name),
                    "updatedAt");

    private Csv() {}

    static String of(List<DailyMetric> metrics) {
        return metrics.stream().map(Csv::line).collect(joining("", HEADER, ""));
    }

    private static String line(DailyMetric metric) {
        return line(
                Stream.of(metric.date(), metric.ownerUnit(), metric.caseClass(), metric.severity()),
                Figure.ALL.stream()
                        .map(figure -> Objects.requireNonNullElse(metric.get(figure), "")),
                metric.updatedAt());
    }

    private static String line(Stream<?> dimensions, Stream<?> figures, Object last) {
        return Stream.of(dimensions, figures, Stream.of(last))
                .flatMap(part -> part)
                .map(Object::toString)
                .collect(joining(",", "", "\r\n"));
    }
}
