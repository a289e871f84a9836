package org.redress.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waiting for something that another process does, by looking again and again. */
final class Patience {
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final long endsAt;

    private Patience(Duration limit) {
        endsAt = System.nanoTime() + limit.toNanos();
    }

    static Patience of(Duration limit) {
        return new Patience(limit);
    }

    boolean isOver() {
        return System.nanoTime() - endsAt >= 0;
    }

    /**
     * Whether the condition came true before the patience ended (or the thread was interrupted).
     */
    boolean sees(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (isOver() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return true;
    }
}
