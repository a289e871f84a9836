package org.redress.escalation.handling;

/** How a case ended. */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED;

    /** Whether the customer has our last word, which keeps what was promised. */
    boolean isAnswer() {
        return this == ANSWERED || this == NOT_AGREED;
    }

    /** Whether it is known what the customer says of the resolution, or that they say nothing. */
    boolean isOutcome() {
        return this == SATISFIED || this == UNREACHABLE;
    }

    /** Whether a customer who comes back opens the same case again. */
    boolean canBeReopened() {
        return switch (this) {
            case SATISFIED, UNREACHABLE, ANSWERED -> true;
            case NOT_AGREED, WITHDRAWN, DUPLICATE -> false;
        };
    }
}
