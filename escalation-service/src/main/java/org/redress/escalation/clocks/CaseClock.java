package org.redress.escalation.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Deadline;

/**
 * One promise in one round of a case, and how far it has come.
 *
 * @param deadline never later than what the customer was told
 * @param promisedAt what the customer was told, if anything
 */
public record CaseClock(
        UUID id,
        CaseRef customerCase,
        int round,
        UnitPath unit,
        ClockName name,
        Deadline deadline,
        @Nullable Instant promisedAt,
        State state,
        @Nullable Instant stoppedAt) {

    /** How far a promise has come. */
    public enum State {
        RUNNING,
        WARNED,
        BREACHED,
        /** Kept, or kept late. */
        MET,
        /** The case was closed or sent elsewhere before the promise came due. */
        ENDED
    }

    /** What a clock is due by. */
    public enum Binding {
        RULE,
        PROMISE
    }

    /** A changed clock and what there is to tell of it. */
    record Change(CaseClock clock, List<ClockEvent> events) {}

    /**
     * A clock that the rule would have due then, and that is due by the promise if that is sooner.
     */
    static CaseClock start(UUID id, CaseFacts facts, ClockName name, Deadline byRule) {
        Instant promisedAt = facts.promised(name);
        return new CaseClock(
                id,
                facts.ref(),
                facts.round(),
                facts.unit(),
                name,
                byRule.noLaterThan(promisedAt),
                promisedAt,
                State.RUNNING,
                null);
    }

    /**
     * Which of the two it is due by: the rule of the organisation or what the customer was told.
     */
    public Binding binds() {
        return deadline.dueAt().equals(promisedAt) ? Binding.PROMISE : Binding.RULE;
    }

    /** Whether it should take the place of another that runs. */
    boolean isSoonerThan(CaseClock running) {
        return running.state != State.BREACHED
                && deadline.dueAt().isBefore(running.deadline.dueAt());
    }

    /** When there is something to tell next, if nothing stops the clock before. */
    Optional<Instant> nextAt() {
        if (stoppedAt != null) {
            return Optional.empty();
        }
        return switch (state) {
            case RUNNING -> Optional.of(deadline.warnAt());
            case WARNED -> Optional.of(deadline.dueAt());
            case BREACHED, MET, ENDED -> Optional.empty();
        };
    }

    /** What time alone does; a warning that comes after the deadline is left out. */
    Optional<Change> fire(Instant now) {
        if (nextAt().filter(next -> !next.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        if (isDue(now)) {
            CaseClock breached = with(State.BREACHED, null);
            return Optional.of(
                    new Change(breached, List.of(new ClockEvent.Breached(breached, now, true))));
        }
        CaseClock warned = with(State.WARNED, null);
        return Optional.of(new Change(warned, List.of(new ClockEvent.Warned(warned, now))));
    }

    /** As {@link #fire}; with nothing to tell it is written as it is, and due no more. */
    Change fireOrRest(Instant now) {
        return fire(now).orElseGet(() -> new Change(this, List.of()));
    }

    /**
     * What was promised is done. If it is too late and the timer has not said so yet, that is told
     * first.
     */
    Change meet(Actor by, Instant now) {
        CaseClock met = with(State.MET, now);
        var done = new ClockEvent.Met(met, by, now);
        return state != State.BREACHED && isDue(now)
                ? new Change(met, List.of(new ClockEvent.Breached(met, now, false), done))
                : new Change(met, List.of(done));
    }

    /** The customer was promised another time: it runs on, and is due by the rule or by that. */
    Change promise(@Nullable Instant told, Deadline byRule, Actor by, Instant now) {
        Deadline changed = byRule.noLaterThan(told);
        CaseClock rebased =
                new CaseClock(
                        id,
                        customerCase,
                        round,
                        unit,
                        name,
                        changed,
                        told,
                        changed.warnAt().isAfter(now) ? State.RUNNING : state,
                        stoppedAt);
        return new Change(rebased, List.of(new ClockEvent.Rebased(rebased, by, now)));
    }

    /** Nobody waits for it any more. */
    CaseClock end(Instant now) {
        return with(state == State.BREACHED ? State.BREACHED : State.ENDED, now);
    }

    CaseClock in(UnitPath other) {
        return new CaseClock(
                id, customerCase, round, other, name, deadline, promisedAt, state, stoppedAt);
    }

    private boolean isDue(Instant now) {
        return !now.isBefore(deadline.dueAt());
    }

    private CaseClock with(State next, @Nullable Instant stopped) {
        return new CaseClock(
                id, customerCase, round, unit, name, deadline, promisedAt, next, stopped);
    }
}
