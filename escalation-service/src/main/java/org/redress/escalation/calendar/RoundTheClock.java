package org.redress.escalation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every hour counts: {@code 24x7}. */
public record RoundTheClock(String name) implements BusinessCalendar {

    @Override
    public List<Stretch> counted(Instant from, Instant to) {
        return from.isBefore(to) ? List.of(new Stretch(from, to)) : List.of();
    }

    @Override
    public BusinessCalendar wholeDays(String other) {
        return new RoundTheClock(other);
    }

    @Override
    public Instant dueAt(Instant start, Duration duration) {
        return start.plus(duration);
    }
}
