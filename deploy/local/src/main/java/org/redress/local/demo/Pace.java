package org.redress.local.demo;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

/** Keeps the sender to a rate, by the clock: what was late is caught up. */
final class Pace {

    private final long nanosApart;
    private final long begunAt;
    private long sent;

    /**
     * Begins now.
     *
     * @param perSecond empty for as fast as it goes
     */
    Pace(OptionalDouble perSecond) {
        nanosApart =
                perSecond.isEmpty()
                        ? 0
                        : Math.round(Duration.ofSeconds(1).toNanos() / perSecond.getAsDouble());
        begunAt = System.nanoTime();
    }

    /** Returns when the next one may go. */
    void await() {
        long dueAt = begunAt + nanosApart * sent++;
        for (long rest = dueAt - System.nanoTime(); rest > 0; rest = dueAt - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
