package org.redress.escalation.handling;

/** The lists by which people work, each a condition on the open cases. */
enum WorkList {
    /** What I answer for. */
    MINE("status = 'IN_PROGRESS' and handler = :me"),
    /** What my units have to do. */
    UNIT("status in ('NEW', 'ASSIGNED', 'IN_PROGRESS')"),
    /** What nobody answers for. */
    UNOWNED("status in ('NEW', 'ASSIGNED')"),
    /** What something is due of that is not late. */
    DUE(UNIT.condition + " and next_due_at > :now and next_due_at < '2100-01-01T00:00:00Z'"),
    /** What something is late of. */
    OVERDUE(UNIT.condition + " and next_due_at <= :now"),
    /**
     * What waits for the customer: for their word on the resolution, or for what they have to do.
     */
    WAITING("(status = 'RESOLVED' or waits_for_customer)"),
    /** What my units have to answer to the unit that has the case. */
    CO_HANDLING("state in ('REQUESTED', 'RECEIVED', 'RETURNED')");

    private final String condition;

    WorkList(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
