package org.redress.intake.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How new an event is among those that its writer tells of one case. The writer's version decides;
 * events of before there were versions come before all that have one, by their time. The clocks of
 * two replicas decide nothing.
 */
record Recency(long value) {

    static Recency of(@Nullable Long version, Instant recordedAt) {
        return version == null
                ? new Recency(Long.MIN_VALUE + ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                : new Recency(version);
    }
}
