package org.redress.escalation.paging;

/** What somebody did to an escalation besides acknowledging it. */
public enum Deed {
    /** "I can't: next." */
    PASSED_ON,
    /** The next is paged later. */
    SNOOZED,
    /** Somebody has it instead of who had acknowledged. */
    TAKEN_OVER,
    /** They are on the way. */
    UNDER_WAY,
    /** They are there. */
    ARRIVED
}
