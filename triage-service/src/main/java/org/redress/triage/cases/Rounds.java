package org.redress.triage.cases;

/** How often a case may come back: far more often than any does, and no number to do harm with. */
public final class Rounds {

    private static final int MOST = 1_000;

    private Rounds() {}

    /**
     * Refuses what cannot be.
     *
     * @throws IllegalArgumentException if it is no such number
     */
    public static void check(int round) {
        if (round < 1 || round > MOST) {
            throw new IllegalArgumentException("round must be from 1 to " + MOST);
        }
    }
}
