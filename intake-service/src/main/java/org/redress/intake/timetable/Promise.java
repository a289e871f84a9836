package org.redress.intake.timetable;

import java.time.Instant;
import java.util.Objects;

/** By when the customer hears from whom. */
public record Promise(Milestone milestone, Instant dueAt, HeardFrom by) {

    public Promise {
        Objects.requireNonNull(milestone);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(by);
    }

    /** The same for another time. */
    Promise at(Instant other) {
        return new Promise(milestone, other, by);
    }
}
