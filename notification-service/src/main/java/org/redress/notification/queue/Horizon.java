package org.redress.notification.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Before which instant nothing waits any more. A transaction that is held open beside a queue, a
 * backup say, keeps dead rows from being cleaned away; without a horizon every look at what is due
 * walks over all of them again. What commits late, or is dated by a clock that is slow, is within a
 * margin; what lies before that is found by a look from the start, now and then.
 */
final class Horizon {

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final long FROM_THE_START_EACH = Duration.ofSeconds(5).toNanos();

    /** As early as PostgreSQL needs it. */
    private static final Instant THE_START = Instant.EPOCH;

    private final LongSupplier nanos;
    private Instant from = THE_START;
    private long fromTheStartAt;

    /** Of a queue that nobody has looked at yet. */
    Horizon() {
        this(System::nanoTime);
    }

    Horizon(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** From where to look for what is due now. */
    synchronized Instant from(Instant now) {
        long at = nanos.getAsLong();
        if (now.isBefore(from) || at - fromTheStartAt >= FROM_THE_START_EACH) {
            from = THE_START;
        }
        if (from.equals(THE_START)) {
            fromTheStartAt = at;
        }
        return from;
    }

    /** A look has taken all that was due at this instant; otherwise nobody says so. */
    synchronized void isEmptyUntil(Instant now) {
        from = now.minus(MARGIN);
    }
}
