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
    /** Somebody wants it. */
    BY_HAND,
    /** Whoever acknowledged is asked whether they still have it. */
    STILL_ON_IT,
    /** Whoever acknowledged had to go there, and is not known to be (ES-06). */
    ON_SITE,
    /** Something went wrong inside of the platform (NO-01). */
    ALARM;

    /** Whether another escalation goes on where one was acknowledged. */
    public boolean goesOn() {
        return this == STILL_ON_IT || this == ON_SITE;
    }
}
