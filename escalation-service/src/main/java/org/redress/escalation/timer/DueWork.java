package org.redress.escalation.timer;

import java.time.Instant;
import java.util.Optional;

/** Something that has to happen at instants that are known beforehand and kept in the database. */
public interface DueWork {

    /** Does a batch of what is due, in transactions of its own; tells how much was done. */
    int fire(Instant now);

    /** The instant of what is due next. */
    Optional<Instant> next();
}
