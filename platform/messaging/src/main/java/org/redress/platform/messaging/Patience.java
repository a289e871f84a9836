package org.redress.platform.messaging;

import java.time.Duration;

/** Rests between tries, longer and longer, up to five seconds. */
final class Patience {

    private static final int TRIES = 5;
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Batches batches;
    private int tries;
    private Duration rest = FIRST_REST;

    Patience(Batches batches) {
        this.batches = batches;
    }

    /** Whether this failure was one too many for something that is not the world's fault. */
    boolean isExhausted() {
        return ++tries >= TRIES;
    }

    /**
     * Rests.
     *
     * @throws Batches.Stopped if the service stops
     */
    void rest() {
        batches.rest(rest);
        var longer = rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
    }
}
