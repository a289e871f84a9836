package org.redress.intake.cases;

/** How a closed case ended. */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED;

    /** Whether a customer who comes back opens the same case again, as escalation decides it. */
    boolean canBeReopened() {
        return switch (this) {
            case SATISFIED, UNREACHABLE, ANSWERED -> true;
            case NOT_AGREED, WITHDRAWN, DUPLICATE -> false;
        };
    }
}
