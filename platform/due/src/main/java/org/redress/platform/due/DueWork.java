package org.redress.platform.due;

import java.time.Instant;
import java.util.Optional;

/** Something that has to happen at instants that are known beforehand and kept in the database. */
public interface DueWork {

    /** The name under which metrics show it. */
    String name();

    /**
     * Does a batch of what is due, in transactions of its own; tells how many rows it changed.
     * Asked when {@link #next} has come.
     */
    int fire(Instant now);

    /** The instant of what is due next. */
    Optional<Instant> next();

    /** Works of a lower rank go first in each turn; 0 is what people wait for. */
    default int rank() {
        return 0;
    }
}
