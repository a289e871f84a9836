package org.redress.escalation.calendar;

import java.time.Duration;
import java.time.Instant;

/** Every hour counts: {@code 24x7}. */
public record RoundTheClock(String name) implements BusinessCalendar {

    @Override
    public Instant dueAt(Instant start, Duration duration) {
        return start.plus(duration);
    }
}
