package org.redress.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.redress.local.Failure;

/** Looking again and again, less and less often, until something is there. */
final class Await {
    private static final Duration FIRST_GLANCE = Duration.ofMillis(15);
    private static final Duration LAST_GLANCE = Duration.ofMillis(250);

    private Await() {}

    /** What was found; empty when it was not there within the limit. */
    static <T> Optional<T> within(Duration limit, Supplier<Optional<T>> look) {
        long endsAt = System.nanoTime() + limit.toNanos();
        long pause = FIRST_GLANCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent() || System.nanoTime() - endsAt >= 0) {
                return found;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new Failure("The demo was broken off.");
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LAST_GLANCE.toNanos());
        }
    }

    /**
     * What was found.
     *
     * @param missing the sentence that says what was not there, to which the limit is added
     */
    static <T> T orFail(Duration limit, String missing, Supplier<Optional<T>> look) {
        return within(limit, look)
                .orElseThrow(() -> new Failure(missing + " within " + limit.toSeconds() + " s"));
    }
}
