package org.redress.escalation.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows with an instant at which each wants to be fired. Every method runs in a transaction. */
public interface DueRows {

    /** Some of the rows that are due, the longest overdue first. */
    List<UUID> due(Instant now, int limit);

    /** Fires those of the rows that are still due and that no other replica has taken. */
    int fire(List<UUID> rows, Instant now);

    /** Puts off a row that cannot be fired, so that it doesn't hold up the others. */
    void postpone(UUID row, Instant until);

    /** The instant of the row that is due next. */
    Optional<Instant> next();
}
