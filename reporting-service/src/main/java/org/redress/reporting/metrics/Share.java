package org.redress.reporting.metrics;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.metrics.Measure.Taking;

/** What one case adds to one day; a duration that was not measured is absent. */
public record Share(Map<Measure, Number> values) {
    public Share {
        values = Map.copyOf(values);
    }

    /** The shares of a case; none before its registration, and none of an exercise. */
    static Map<Cell, Share> of(CaseFact fact, ZoneId zone) {
        if (!fact.hasReallyHappened()) {
            return Map.of();
        }
        var days = new HashMap<LocalDate, Map<Measure, List<Taking>>>();
        for (var measure : Measure.values()) {
            measure.of(fact)
                    .collect(groupingBy(taking -> LocalDate.ofInstant(taking.at(), zone)))
                    .forEach((day, takings) ->
                            days.computeIfAbsent(day, _ -> new EnumMap<>(Measure.class))
                                    .put(measure, takings));
        }
        var shares = new HashMap<Cell, Share>();
        days.forEach((day, takings) -> shares.put(Cell.of(fact, day), summed(takings)));
        return shares;
    }

    private static Share summed(Map<Measure, List<Taking>> takings) {
        var values = new EnumMap<Measure, Number>(Measure.class);
        for (var measure : Measure.values()) {
            var value = measure.sum(takings.getOrDefault(measure, List.of()));
            if (value != null) {
                values.put(measure, value);
            }
        }
        return new Share(values);
    }

    /** What it adds to this measure. */
    @Nullable Number get(Measure measure) {
        return values.get(measure);
    }
}
