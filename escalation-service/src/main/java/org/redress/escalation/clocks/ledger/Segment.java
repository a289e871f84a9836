package org.redress.escalation.clocks.ledger;

import java.time.Instant;
import org.redress.escalation.cases.Actor;

/**
 * Time in which nothing was changed about a clock. It lasts until the next segment begins; the last
 * one is open.
 *
 * @param by who began it
 */
public record Segment(Kind kind, Instant from, Terms terms, Cause cause, Actor by) {

    /** Whether its time counts. */
    public enum Kind {
        RUNNING,
        PAUSED
    }

    boolean isPaused() {
        return kind == Kind.PAUSED;
    }
}
