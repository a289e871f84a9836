package org.redress.escalation.handling;

import org.jspecify.annotations.Nullable;

/**
 * What the customer said of the resolution of a round, or that they could not be reached (IN-19).
 */
public record Satisfaction(int round, Outcome outcome, int attempt, @Nullable String note) {

    /** The three answers. */
    public enum Outcome {
        SATISFIED,
        NOT_SATISFIED,
        UNREACHABLE
    }

    private static final int LAST_ATTEMPT = 3;

    /**
     * The third vain call is the last one (requirements 1.8: satisfaction callback, 3 attempts).
     */
    boolean isLastVainAttempt() {
        return outcome == Outcome.UNREACHABLE && attempt >= LAST_ATTEMPT;
    }
}
