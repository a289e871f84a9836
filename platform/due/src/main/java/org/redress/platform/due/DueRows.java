package org.redress.platform.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows with an instant at which each wants to be fired. {@link #fire} and {@link #postpone} run in
 * a transaction each; the others only look.
 */
public interface DueRows {

    /** The name under which metrics show them: that of their table. */
    String name();

    /** Some of the rows that are due, the longest overdue first. */
    List<UUID> due(Instant now, int limit);

    /**
     * Fires those of the rows that are still due and that nobody else has taken ({@code for update
     * skip locked}); tells how many these were.
     */
    int fire(List<UUID> rows, Instant now);

    /**
     * Puts off a row that cannot be fired, so that it does not hold up the others, <b>if it is
     * still due</b> ({@code where id = ? and next_at <= now}): a row that was stopped meanwhile
     * must not be wound up again.
     *
     * @return whether it was still due
     */
    boolean postpone(UUID row, Instant now, Instant until);

    /** The instant of the row that is due next. */
    Optional<Instant> next();

    /** Told after a row was put off, so that somebody can be alarmed. */
    default void wasPutOff(UUID row, Throwable failure) {}

    /** See {@link DueWork#rank()}. */
    default int rank() {
        return 0;
    }
}
