package org.redress.escalation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The hours that count towards a deadline. */
public sealed interface BusinessCalendar permits RoundTheClock, WorkingHours {

    String name();

    /** What counts of the time from one instant to another, in order. */
    List<Stretch> counted(Instant from, Instant to);

    /**
     * How much of the time from one instant to another counts: the inverse of {@link #dueAt}. Zero
     * if {@code to} is not after {@code from}.
     */
    default Duration between(Instant from, Instant to) {
        return counted(from, to).stream()
                .map(Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether that instant counts. */
    default boolean counts(Instant at) {
        return !counted(at, at.plusNanos(1)).isEmpty();
    }

    /** The whole of each day on which anything counts, under another name. */
    BusinessCalendar wholeDays(String name);

    /** The instant at which {@code duration} of counting time has passed since {@code start}. */
    Instant dueAt(Instant start, Duration duration);
}
