package org.redress.escalation.clocks.ledger;

/** Why a segment began. */
public sealed interface Cause {

    String name();

    /** What a paused clock waits for. */
    enum Pause implements Cause {
        CUSTOMER,
        INFORMATION,
        APPROVAL
    }

    /** What else happens to a clock. */
    enum Step implements Cause {
        STARTED,
        RESUMED,
        REBASED,
        EXTENDED
    }
}
