package org.redress.intake.cases;

/** Where the handling stands; escalation is its only writer. */
public enum Status {
    NEW,
    ASSIGNED,
    IN_PROGRESS,
    RESOLVED,
    CLOSED
}
