package org.redress.reporting.facts;

/**
 * What can happen to a case, counted once per subject: a resolution once per round, a page once per
 * page id, however often its event is delivered.
 */
public enum Mark {
    REGISTERED,
    ASSESSED,
    ASSIGNED,
    ACCEPTED,
    FIRST_RESPONSE,
    RESOLVED,
    REOPENED,
    CLOSED,
    CLOCK_BREACHED,
    PAGED,
    ACKNOWLEDGED,
    EXHAUSTED,
    SENT,
    FAILED
}
