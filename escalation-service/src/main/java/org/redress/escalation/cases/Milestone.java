package org.redress.escalation.cases;

/** What a customer was told that the responsible unit would do by then (IN-10). */
public enum Milestone {
    FIRST_RESPONSE(ClockName.FIRST_RESPONSE),
    RESOLUTION(ClockName.RESOLUTION);

    private final ClockName clock;

    Milestone(ClockName clock) {
        this.clock = clock;
    }

    /** The clock that it binds. */
    public ClockName clock() {
        return clock;
    }
}
