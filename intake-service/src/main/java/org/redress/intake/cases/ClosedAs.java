package org.redress.intake.cases;

/** How a closed case ended. */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED;

    /** Whether it ended by what the customer said, or did not say, of the resolution. */
    boolean canBeReopened() {
        return this == SATISFIED || this == UNREACHABLE;
    }
}
