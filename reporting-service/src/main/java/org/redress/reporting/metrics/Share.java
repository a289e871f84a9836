package org.redress.reporting.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.Latest;
import org.redress.reporting.facts.Mark;

/**
 * What one case adds to one day: everything counts on the day on which it happened, so that a
 * resolution in March of a case of February is March's (RE-05, RE-08, RE-23).
 *
 * @param secondsToAcknowledge from the first page to the first acknowledgment, on the latter's day
 * @param secondsToResolve from the registration to the day's last resolution
 */
public record Share(
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
        @Nullable Double secondsToAcknowledge,
        @Nullable Double secondsToResolve) {

    /** The shares of a case; none before its registration, and none of an exercise. */
    static Map<Cell, Share> of(CaseFact fact, ZoneId zone) {
        var registration = Latest.orNull(fact.registration());
        if (registration == null || !registration.mode().is("REAL")) {
            return Map.of();
        }
        var shares = new HashMap<Cell, Share>();
        days(fact, zone).forEach(day -> shares.put(Cell.of(fact, day), on(day, fact, zone)));
        return shares;
    }

    private static Stream<LocalDate> days(CaseFact fact, ZoneId zone) {
        var counted =
                Stream.of(
                                Mark.REGISTERED,
                                Mark.RESOLVED,
                                Mark.CLOSED,
                                Mark.REOPENED,
                                Mark.CLOCK_BREACHED,
                                Mark.PAGED,
                                Mark.ACKNOWLEDGED,
                                Mark.EXHAUSTED)
                        .flatMap(mark -> fact.marks().all(mark).stream());
        var said = fact.satisfaction().values().stream().map(latest -> latest.stamp().occurredAt());
        return Stream.concat(counted, said)
                .map(moment -> LocalDate.ofInstant(moment, zone))
                .distinct();
    }

    private static Share on(LocalDate day, CaseFact fact, ZoneId zone) {
        Predicate<Instant> today = moment -> LocalDate.ofInstant(moment, zone).equals(day);
        return new Share(
                count(fact, Mark.REGISTERED, today),
                count(fact, Mark.RESOLVED, today),
                count(fact, Mark.CLOSED, today),
                count(fact, Mark.REOPENED, today),
                said(fact, "SATISFIED", today),
                said(fact, "NOT_SATISFIED", today),
                count(fact, Mark.CLOCK_BREACHED, today),
                count(fact, Mark.PAGED, today),
                count(fact, Mark.ACKNOWLEDGED, today),
                count(fact, Mark.EXHAUSTED, today),
                secondsToAcknowledge(fact, today),
                secondsToResolve(fact, today));
    }

    private static int count(CaseFact fact, Mark mark, Predicate<Instant> today) {
        return (int) fact.marks().all(mark).stream().filter(today).count();
    }

    private static int said(CaseFact fact, String outcome, Predicate<Instant> today) {
        return (int)
                fact.satisfaction().values().stream()
                        .filter(latest -> today.test(latest.stamp().occurredAt()))
                        .filter(latest -> latest.value().is(outcome))
                        .count();
    }

    private static @Nullable Double secondsToAcknowledge(CaseFact fact, Predicate<Instant> today) {
        var acknowledged = fact.marks().first(Mark.ACKNOWLEDGED);
        return acknowledged != null && today.test(acknowledged)
                ? seconds(fact.marks().first(Mark.PAGED), acknowledged)
                : null;
    }

    private static @Nullable Double secondsToResolve(CaseFact fact, Predicate<Instant> today) {
        var registered = fact.marks().first(Mark.REGISTERED);
        return fact.marks().all(Mark.RESOLVED).stream()
                .filter(today)
                .max(Instant::compareTo)
                .map(resolved -> seconds(registered, resolved))
                .orElse(null);
    }

    private static @Nullable Double seconds(@Nullable Instant from, Instant until) {
        return from == null ? null : Math.max(0, Duration.between(from, until).toMillis()) / 1000.0;
    }
}
