package org.redress.intake.cases;

/** How a closed case ended. */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED
}
