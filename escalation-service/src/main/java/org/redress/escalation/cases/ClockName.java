package org.redress.escalation.cases;

/** The promises that are timed per round (requirements 1.8). */
public enum ClockName {
    /** Assigned → accepted by somebody of the owner unit (签收). */
    UNIT_RECEIPT,
    /** Assigned → the customer heard from the responsible unit. */
    FIRST_RESPONSE,
    /** Assigned → resolved. */
    RESOLUTION
}
