package org.redress.escalation.clocks;

import java.time.Instant;
import org.redress.escalation.cases.Actor;

/**
 * What there is to tell of a clock. Each happens to a clock at most once, unless it is re-based:
 * then it may be warned of anew.
 */
public sealed interface ClockEvent {

    CaseClock clock();

    Actor by();

    Instant at();

    record Started(CaseClock clock) implements ClockEvent {
        @Override
        public Actor by() {
            return Actor.rule("clocks");
        }

        @Override
        public Instant at() {
            return clock.deadline().startedAt();
        }
    }

    record Warned(CaseClock clock, Instant at) implements ClockEvent {
        @Override
        public Actor by() {
            return Actor.timer("clocks");
        }
    }

    /**
     * The deadline passed.
     *
     * @param open whether what was promised is still to be done
     */
    record Breached(CaseClock clock, Instant at, boolean open) implements ClockEvent {
        @Override
        public Actor by() {
            return Actor.timer("clocks");
        }
    }

    /** It is due at another time, because the customer was promised another one. */
    record Rebased(CaseClock clock, Actor by, Instant at) implements ClockEvent {}

    record Met(CaseClock clock, Actor by, Instant at) implements ClockEvent {}
}
