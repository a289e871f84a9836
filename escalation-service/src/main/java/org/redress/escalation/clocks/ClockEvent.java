package org.redress.escalation.clocks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.clocks.ledger.Cause.Pause;

/**
 * What there is to tell of a clock. It is started once, broken at most once and met at most once;
 * it may be warned of anew when it has got more time.
 */
public sealed interface ClockEvent {

    CaseClock clock();

    Actor by();

    /** Whether others hear of it; of a quiet clock only that it is near, broken, kept late. */
    default boolean isNews() {
        return switch (this) {
            case Started(CaseClock clock) -> !clock.name().isQuiet();
            case Met(CaseClock clock, _, Instant at) ->
                    !clock.name().isQuiet() || !at.isBefore(clock.deadline().dueAt());
            case Rebased(CaseClock clock, _, _) -> !clock.name().isQuiet();
            case Warned _, Breached _, Paused _, Resumed _, Extended _ -> true;
        };
    }

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

    /**
     * It is due at another time, because the customer was promised another one, it is graver, or
     * the organisation has other rules or calendars.
     */
    record Rebased(CaseClock clock, Actor by, Instant at) implements ClockEvent {}

    /**
     * Nothing counts until it is resumed.
     *
     * @param note in the words of who paused it
     */
    record Paused(CaseClock clock, Pause reason, @Nullable String note, Actor by, Instant at)
            implements ClockEvent {}

    record Resumed(CaseClock clock, Actor by, Instant at) implements ClockEvent {}

    /** It may take longer than the rule says, by so much of its calendar's time. */
    record Extended(CaseClock clock, Duration more, String reason, Actor by, Instant at)
            implements ClockEvent {}

    record Met(CaseClock clock, Actor by, Instant at) implements ClockEvent {}
}
