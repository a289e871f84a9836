package org.redress.escalation.organisation;

/** Why somebody responsible has to be reached. */
public enum Trigger {
    /** The case is HIGH or CRITICAL. */
    SEVERITY,
    /** A promise to the customer or the receipt by the unit was broken. */
    CLOCK_BREACH,
    /** A promise is near, and the rule of its clock names a policy for that. */
    CLOCK_WARNING,
    /** The customer was not satisfied: round 2 or later (IN-20). */
    REOPENED,
    /** Something went wrong inside of the platform (NO-01). */
    ALARM
}
