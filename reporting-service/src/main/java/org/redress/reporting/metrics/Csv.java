package org.redress.reporting.metrics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Daily metrics as RFC 4180 comma-separated values; no value needs quotes. */
final class Csv {
    private static final String HEADER =
            "date,ownerUnit,caseClass,severity,registered,resolved,closed,reopened,satisfied,"
                    + "notSatisfied,clocksBreached,pages,acknowledged,exhausted,"
                    + "p50SecondsToAcknowledge,p90SecondsToAcknowledge,p50SecondsToResolve,"
                    + "p90SecondsToResolve,updatedAt\r\n";

    private Csv() {}

    static String of(List<DailyMetric> metrics) {
        return metrics.stream().map(Csv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(DailyMetric metric) {
        return Stream.of(
                        metric.date(),
                        metric.ownerUnit(),
                        metric.caseClass(),
                        metric.severity(),
                        metric.registered(),
                        metric.resolved(),
                        metric.closed(),
                        metric.reopened(),
                        metric.satisfied(),
                        metric.notSatisfied(),
                        metric.clocksBreached(),
                        metric.pages(),
                        metric.acknowledged(),
                        metric.exhausted(),
                        orEmpty(metric.p50SecondsToAcknowledge()),
                        orEmpty(metric.p90SecondsToAcknowledge()),
                        orEmpty(metric.p50SecondsToResolve()),
                        orEmpty(metric.p90SecondsToResolve()),
                        metric.updatedAt())
                .map(Object::toString)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static Object orEmpty(@Nullable Double seconds) {
        return seconds == null ? "" : seconds;
    }
}
