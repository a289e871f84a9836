package org.redress.intake.cases;

/** What the customer said when asked about the resolution (requirement IN-19). */
public enum Satisfaction {
    SATISFIED,
    NOT_SATISFIED,
    /** Nobody answered; it is tried again. */
    UNREACHABLE;

    /** Whether the customer need not be asked again in this round. */
    boolean settles() {
        return this != UNREACHABLE;
    }
}
