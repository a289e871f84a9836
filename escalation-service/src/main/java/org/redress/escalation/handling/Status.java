package org.redress.escalation.handling;

/** Where a case stands. */
public enum Status {
    /** Registered, not assessed yet. */
    NEW,
    /** It has an owner unit that has to receive it. */
    ASSIGNED,
    /** A handler of the owner unit works on it. */
    IN_PROGRESS,
    /** The customer got an answer and has not said yet whether it will do. */
    RESOLVED,
    CLOSED
}
