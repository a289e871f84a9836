package org.redress.reporting.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The counters and percentiles of one day for one owner unit, class and severity, of real cases
 * only: as published on {@code redress.bi.daily-metrics} and as answered. A percentile is absent
 * where nothing was measured.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DailyMetric(
        LocalDate date,
        String ownerUnit,
        String caseClass,
        String severity,
        int registered,
        int resolved,
        int closed,
        int reopened,
        int satisfied,
        int notSatisfied,
        int clocksBreached,
        int pages,
        int acknowledged,
        int exhausted,
        @Nullable Double p50SecondsToAcknowledge,
        @Nullable Double p90SecondsToAcknowledge,
        @Nullable Double p50SecondsToResolve,
        @Nullable Double p90SecondsToResolve,
        Instant updatedAt) {

    /** The name of the event that carries it. */
    public static final String TYPE = "redress.bi.daily-metric.v1";

    /** Whether a unit owns the cases; if none does, everybody may see the row. */
    boolean hasOwner() {
        return !ownerUnit.equals(Cell.UNASSIGNED);
    }

    Cell cell() {
        return new Cell(date, ownerUnit, caseClass, severity);
    }
}
