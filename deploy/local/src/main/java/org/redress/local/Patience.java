package org.redress.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waiting for something that others do, by looking less and less often. */
public final class Patience {
    private static final Duration FIRST_GLANCE = Duration.ofMillis(15);
    private static final Duration LAST_GLANCE = Duration.ofMillis(250);

    private Patience() {}

    /** What was found; empty when it was not there within the limit, or we were interrupted. */
    public static <T> Optional<T> find(Duration limit, Supplier<Optional<T>> look) {
        long endsAt = System.nanoTime() + limit.toNanos();
        long pause = FIRST_GLANCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()
                    || System.nanoTime() - endsAt >= 0
                    || Thread.currentThread().isInterrupted()) {
                return found;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LAST_GLANCE.toNanos());
        }
    }

    /** Whether the condition came true within the limit. */
    public static boolean sees(Duration limit, BooleanSupplier condition) {
        return find(limit, () -> Optional.of(true).filter(_ -> condition.getAsBoolean()))
                .isPresent();
    }

    /**
     * What was found.
     *
     * @param missing the sentence that says what was not there, to which the limit is added
     * @throws Failure with that sentence
     */
    public static <T> T orFail(Duration limit, String missing, Supplier<Optional<T>> look) {
        return find(limit, look)
                .orElseThrow(() -> new Failure(missing + " within " + limit.toSeconds() + " s"));
    }
}
