package org.redress.escalation.calendar;

import java.time.Duration;
import java.time.Instant;

/** Time without a break, from inclusive, to exclusive. */
public record Stretch(Instant from, Instant to) {

    public Stretch {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
