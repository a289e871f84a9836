package org.redress.escalation.handling;

/** How a case ended. */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED;

    /** Whether a customer who comes back opens the same case again. */
    boolean canBeReopened() {
        return this == SATISFIED || this == UNREACHABLE;
    }
}
