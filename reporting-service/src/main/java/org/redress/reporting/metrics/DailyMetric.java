package org.redress.reporting.metrics;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counters and percentiles of one day for one owner unit, class and severity, of real cases
 * only: as published on {@code redress.bi.daily-metrics} and as answered.
 *
 * @param figures by name; a percentile is absent where nothing was measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DailyMetric(
        LocalDate date,
        String ownerUnit,
        String caseClass,
        String severity,
        @JsonIgnore Map<String, Number> figures,
        Instant updatedAt) {

    public DailyMetric {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** The figures as fields of their own. */
    @JsonAnyGetter
    Map<String, Number> byName() {
        return figures;
    }

    @Nullable Number get(Figure figure) {
        return figures.get(figure.name());
    }

    /** Whether a unit owns the cases; if none does, everybody may see the row. */
    public boolean hasOwner() {
        return !ownerUnit.equals(Cell.UNASSIGNED);
    }

    /** What tells it from all others: the record's key on the topic. */
    public String key() {
        return String.join("|", date.toString(), ownerUnit, caseClass, severity);
    }
}
