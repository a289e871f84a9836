package org.redress.intake.cases;

/** How a closed case ended (requirement IN-21). */
public enum ClosedAs {
    SATISFIED,
    NOT_AGREED,
    UNREACHABLE,
    WITHDRAWN,
    DUPLICATE,
    ANSWERED
}
