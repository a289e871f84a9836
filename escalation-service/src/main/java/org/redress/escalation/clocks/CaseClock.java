package org.redress.escalation.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Segment;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;

/**
 * One promise in one round of a case, and how far it has come.
 *
 * @param reference what it is of, where a case may have several of the name
 * @param deadline never later than what the customer was told; of a paused clock what it was before
 * @param promisedAt what the customer was told, if anything
 * @param waitsFor what a paused clock waits for
 */
public record CaseClock(
        UUID id,
        CaseRef customerCase,
        int round,
        UnitPath unit,
        ClockName name,
        @Nullable String reference,
        Deadline deadline,
        @Nullable Instant promisedAt,
        State state,
        @Nullable Pause waitsFor,
        @Nullable Instant stoppedAt) {

    /** How far a promise has come. */
    public enum State {
        RUNNING,
        WARNED,
        /** Somebody else has to do something first; only what the customer was told runs out. */
        PAUSED,
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
                null,
                byRule.noLaterThan(promisedAt),
                promisedAt,
                State.RUNNING,
                null,
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
            case WARNED, PAUSED -> dueAt();
            case BREACHED, MET, ENDED -> Optional.empty();
        };
    }

    private Optional<Instant> dueAt() {
        return state == State.PAUSED
                ? Optional.ofNullable(promisedAt)
                : Optional.of(deadline.dueAt());
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

    /** Nobody waits for it any more. */
    CaseClock end(Instant now) {
        return with(state == State.BREACHED ? State.BREACHED : State.ENDED, now);
    }

    /** The same, of one of several things. */
    CaseClock of(@Nullable String reference) {
        return new CaseClock(
                id,
                customerCase,
                round,
                unit,
                name,
                reference,
                deadline,
                promisedAt,
                state,
                waitsFor,
                stoppedAt);
    }

    /** It goes with the case, unless it is of a unit that only has a part in it. */
    CaseClock in(UnitPath other) {
        if (name == ClockName.UNIT_ANSWER) {
            return this;
        }
        return new CaseClock(
                id,
                customerCase,
                round,
                other,
                name,
                reference,
                deadline,
                promisedAt,
                state,
                waitsFor,
                stoppedAt);
    }

    /** Somebody else has to do something first. */
    Answer pause(Ledger ledger, Pause reason, @Nullable String note, Actor by, Instant now) {
        return answer(
                ledger.pause(now, reason, by),
                now,
                paused -> new ClockEvent.Paused(paused, reason, note, by, now));
    }

    /** They have done it. */
    Answer resume(Ledger ledger, Actor by, Instant now) {
        return answer(
                ledger.resume(now, by), now, resumed -> new ClockEvent.Resumed(resumed, by, now));
    }

    /** A law has the last word on it. */
    Answer byLaw(Instant now) {
        return answer(
                new Booking.ByLaw(),
                now,
                _ -> {
                    throw new IllegalStateException();
                });
    }

    boolean isByLaw() {
        return name == ClockName.REGULATORY;
    }

    /** It takes longer than the rule allows; what the customer was told binds all the same. */
    Answer extend(Ledger ledger, Duration more, String reason, Actor by, Instant now) {
        return answer(
                ledger.extend(now, more, by),
                now,
                extended -> new ClockEvent.Extended(extended, more, reason, by, now));
    }

    /** Whether it can still be put on other terms, and was last by an earlier organisation. */
    boolean isBehind(long organisation) {
        return stoppedAt == null
                && state != State.BREACHED
                && deadline.organisation() < organisation;
    }

    /** On what the organisation of today says; empty of events if it is due and near as before. */
    Answer rebase(Ledger ledger, Rebase next, long organisation, Actor by, Instant now) {
        CaseClock warning = with(deadline.warningAfter(next.warnAfter()));
        if (next.isAs(ledger.terms())) {
            CaseClock same =
                    warning.deadline.equals(deadline) ? this : warning.by(ledger, promisedAt, now);
            return new Answer.Done(new Change(same.of(organisation), List.of()), ledger);
        }
        Answer answer = warning.rebase(ledger, next.terms(), by, now);
        return answer instanceof Answer.Done(Change(CaseClock rebased, _), Ledger ledgerNow)
                        && rebased.isDueAs(this)
                ? new Answer.Done(new Change(rebased, List.of()), ledgerNow)
                : answer;
    }

    /** When it is due, or would be if it went on now. */
    Instant dueIfResumed(Ledger ledger, Instant now) {
        if (!ledger.isPaused()) {
            return deadline.dueAt();
        }
        Instant due = ledger.dueIfResumed(now);
        return promisedAt != null && promisedAt.isBefore(due) ? promisedAt : due;
    }

    private boolean isDueAs(CaseClock before) {
        return state != State.PAUSED
                && deadline.dueAt().equals(before.deadline.dueAt())
                && deadline.warnAt().equals(before.deadline.warnAt());
    }

    private CaseClock of(long organisation) {
        return with(deadline.of(organisation));
    }

    private CaseClock with(Deadline other) {
        return new CaseClock(
                id,
                customerCase,
                round,
                unit,
                name,
                reference,
                other,
                promisedAt,
                state,
                waitsFor,
                stoppedAt);
    }

    /** Other terms from now on; what has run stays run. */
    Answer rebase(Ledger ledger, Terms terms, Actor by, Instant now) {
        return answer(
                ledger.rebase(now, terms, by),
                now,
                rebased -> new ClockEvent.Rebased(rebased, by, now));
    }

    /** The customer was promised another time: it goes on, and is due by the rule or by that. */
    Change promise(Ledger ledger, @Nullable Instant told, Actor by, Instant now) {
        CaseClock rebased = by(ledger, told, now);
        return new Change(rebased, List.of(new ClockEvent.Rebased(rebased, by, now)));
    }

    private Answer answer(Booking booking, Instant now, Function<CaseClock, ClockEvent> told) {
        return switch (state) {
            case BREACHED, MET, ENDED -> new Answer.Over(state);
            case RUNNING, WARNED, PAUSED ->
                    switch (booking) {
                        case Booking.Booked(Ledger ledger) -> {
                            CaseClock changed = by(ledger, promisedAt, now);
                            yield new Answer.Done(
                                    new Change(changed, List.of(told.apply(changed))), ledger);
                        }
                        case Booking.Refused why -> new Answer.Refused(why);
                    };
        };
    }

    /** As the ledger has it now; a warning that still lies ahead will be told, perhaps again. */
    private CaseClock by(Ledger ledger, @Nullable Instant told, Instant now) {
        Deadline next = Deadlines.by(ledger, deadline, told);
        boolean isNear = !next.warnAt().isAfter(now);
        return new CaseClock(
                id,
                customerCase,
                round,
                unit,
                name,
                reference,
                next,
                told,
                ledger.isPaused()
                        ? State.PAUSED
                        : isNear && state != State.RUNNING ? State.WARNED : State.RUNNING,
                waitsFor(ledger),
                stoppedAt);
    }

    private static @Nullable Pause waitsFor(Ledger ledger) {
        return ledger.segments().reversed().stream()
                .filter(_ -> ledger.isPaused())
                .map(Segment::cause)
                .filter(Pause.class::isInstance)
                .map(Pause.class::cast)
                .findFirst()
                .orElse(null);
    }

    private boolean isDue(Instant now) {
        return dueAt().filter(due -> !now.isBefore(due)).isPresent();
    }

    private CaseClock with(State next, @Nullable Instant stopped) {
        return new CaseClock(
                id,
                customerCase,
                round,
                unit,
                name,
                reference,
                deadline,
                promisedAt,
                next,
                null,
                stopped);
    }
}
