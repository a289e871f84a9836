package org.redress.platform.messaging;

import java.time.Duration;

/** Rests between tries, longer and longer, up to five seconds. */
final class Patience {

    private static final int TRIES = 5;
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private int tries;
    private Duration rest = FIRST_REST;

    /** Whether this failure was one too many for something that is not the world's fault. */
    boolean isExhausted() {
        return ++tries >= TRIES;
    }

    /**
     * Rests.
     *
     * @throws Stopped if the service stops
     */
    void rest() {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        }
        var longer = rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
    }

    /** The service stops while an event is being tried; whoever starts next reads it again. */
    static final class Stopped extends RuntimeException {
        Stopped(InterruptedException cause) {
            super("stopped while an event was being tried", cause);
        }
    }
}
