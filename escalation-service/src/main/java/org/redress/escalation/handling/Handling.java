package org.redress.escalation.handling;

import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.cohandling.CoHandling;

/**
 * One case at work. Each verb is a column of the state table and answers for every status; the
 * README shows the table, a test holds both to each other.
 */
@Entity
public class Handling extends Ending {

    /** More than people and rules revise while a topic is being read. */
    private static final int MOST_REVISIONS_MISSING = 20;

    protected Handling() {}

    /** A case that has just been registered; until it is assessed, the reception owns it. */
    Handling(CaseRef customerCase, UnitPath reception, Promises told, Origin origin, Instant at) {
        super(customerCase, reception, told, origin, at);
    }

    /**
     * Triage says whose the case is and how grave, for the first time or anew. A revision that
     * leaves others out waits for them; one that leaves out more than can be missing is refused, or
     * no true one could ever follow it.
     */
    Outcome assess(Assessment said, Actor by, Instant at) {
        int missing = said.revision() - nextRevision();
        if (missing > MOST_REVISIONS_MISSING) {
            return new Outcome.Implausible("revision is far beyond the next");
        }
        return missing > 0
                ? new Outcome.Premature(Outcome.Awaited.REVISION)
                : assessAtLast(said, by, at);
    }

    /** The revisions in between will not come any more: this one is better than none. */
    Outcome assessAtLast(Assessment said, Actor by, Instant at) {
        Assessment before = assessment;
        if (said.revision() < nextRevision()) {
            return new Outcome.Unchanged();
        }
        Assessment now = before == null ? said : before.revisedBy(said, by);
        return switch (status) {
            case NEW, ASSIGNED, IN_PROGRESS, RESOLVED -> adopt(before, now, by, at);
            case CLOSED -> {
                assessment = now;
                yield new Outcome.Unchanged();
            }
        };
    }

    /**
     * Somebody above wants an open case to be settled in time; its unit says that it knows, and
     * what it has done, also when the case is over (ES-44).
     */
    Outcome direct(
            Directive directive,
            HandlingEvent.Directed.Step step,
            @Nullable String words,
            Hand hand,
            Instant at) {
        Optional<Outcome> refused =
                step == HandlingEvent.Directed.Step.ISSUED ? notYetOver() : inHandsOf(hand);
        return refused.orElseGet(() -> {
            changedAt = at;
            return new Outcome.Done(
                    new HandlingEvent.Directed(
                            ref(), round, ownerUnit, directive, step, words, hand.actor(), at));
        });
    }

    /** The lead asks another unit for something, and goes on answering for the case (ES-40). */
    Outcome ask(CoHandling request, String words, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() ->
                        asked().contains(request.unit().value())
                                ? new Outcome.AskedAlready(request.unit())
                                : coHandled(request, words, hand.actor(), at));
    }

    /** The lead takes the answer of another unit, returns it, or wants none any more. */
    Outcome lead(CoHandling.Move move, @Nullable String words, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> coHandle(move, words, hand.actor(), at));
    }

    /** Another unit does its part, or the end of the case ends it. */
    Outcome coHandle(CoHandling.Move move, @Nullable String words, Actor by, Instant at) {
        return switch (move) {
            case CoHandling.Move.Made(CoHandling next) -> coHandled(next, words, by, at);
            case CoHandling.Move.None _ -> new Outcome.Unchanged();
            case CoHandling.Move.Refused(CoHandling.Refusal why) -> new Outcome.NotCoHandled(why);
        };
    }

    private Outcome coHandled(CoHandling now, @Nullable String words, Actor by, Instant at) {
        var units = new TreeSet<>(asked());
        if (now.state().isOver()) {
            units.remove(now.unit().value());
        } else {
            units.add(now.unit().value());
        }
        asked = String.join(" ", units);
        changedAt = at;
        return new Outcome.Done(new HandlingEvent.CoHandled(facts(), now, handler, words, by, at));
    }

    /** The customer asks again; who has had the answer is heard by their word on it. */
    Outcome urge(Actor by, Instant at) {
        return switch (status) {
            case NEW, ASSIGNED, IN_PROGRESS -> {
                urged++;
                changedAt = at;
                yield new Outcome.Done(
                        new HandlingEvent.Urged(ref(), round, ownerUnit, handler, urged, by, at));
            }
            case RESOLVED, CLOSED -> new Outcome.Unchanged();
        };
    }

    /** What was passed on or reopened so often is looked after one level up, once and for all. */
    Outcome declareProblem(int after, Actor by, Instant at) {
        if (supervisedBy != null || passes < after) {
            return new Outcome.Unchanged();
        }
        supervisedBy = ownerUnit.parent().orElse(ownerUnit);
        return new Outcome.Done(
                new HandlingEvent.ProblemDeclared(
                        ref(), round, ownerUnit, supervisedBy, passes, by, at));
    }

    /** Somebody wants the next to be reached now, without waiting for time to pass (ES-04). */
    Outcome escalate(String reason, Hand hand, Instant at) {
        return notYetOver()
                .orElseGet(() -> {
                    changedAt = at;
                    return new Outcome.Done(
                            new HandlingEvent.Escalated(facts(), status, reason, hand.actor(), at));
                });
    }

    /** Whose case it is: an id that says nothing of who they are. */
    public @Nullable String customer() {
        return origin().customer();
    }

    /** Somebody whom it doesn't concern decides something that belongs to the case. */
    public Outcome decide(String activity, @Nullable String words, Hand hand, Instant at) {
        return isRecused(hand.person())
                ? new Outcome.Recused(hand.person())
                : noted(activity, words, hand, at);
    }

    /** Its handler, or a manager for them, follows something up, also when the case is over. */
    public Outcome follow(String activity, @Nullable String words, Hand hand, Instant at) {
        return inHandsOf(hand).orElseGet(() -> noted(activity, words, hand, at));
    }

    /** This is due next of what was promised, and whether something waits for the customer. */
    void dueNext(Optional<ClockView> next, boolean waits) {
        waitsForCustomer = waits;
        nextDueAt = next.map(ClockView::dueAt).orElse(NOTHING_DUE);
        nextDueClock = next.map(ClockView::clock).orElse(null);
    }

    /** The number of the next event that is told of it. */
    long tellNext() {
        return ++told;
    }

    private int nextRevision() {
        return assessment == null ? 1 : assessment.revision() + 1;
    }

    private Outcome adopt(@Nullable Assessment before, Assessment now, Actor by, Instant at) {
        boolean first = status == Status.NEW;
        UnitPath unit = place(before, now, by);
        boolean moved = !first && !unit.equals(ownerUnit);
        assessment = now;
        ownerUnit = unit;
        tier = by.isPerson() && round == 1 ? now.tier() : tier.orHigher(now.tier());
        if (first || (moved && status == Status.IN_PROGRESS)) {
            leave();
        }
        changedAt = at;
        var change = HandlingEvent.Assigned.Change.between(before, now, first, moved);
        return new Outcome.Done(
                new HandlingEvent.Assigned(facts(), status, handler, change, by, at));
    }

    /** A rule that says the same as before leaves the case where people have passed it to. */
    private UnitPath place(@Nullable Assessment before, Assessment now, Actor by) {
        return before != null && !by.isPerson() && now.ownerUnit().equals(before.ownerUnit())
                ? ownerUnit
                : now.ownerUnit();
    }

    /** A note of what was found or done. */
    Outcome note(String text, Hand hand, Instant at) {
        return atWork().orElseGet(
                        () -> progressed(HandlingEvent.Progressed.Activity.NOTE, text, hand, at));
    }

    /** The customer heard from the responsible unit; once per round. */
    Outcome respond(String text, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> {
                    if (responded) {
                        return new Outcome.Unchanged();
                    }
                    responded = true;
                    return progressed(
                            HandlingEvent.Progressed.Activity.FIRST_RESPONSE, text, hand, at);
                });
    }

    /** The handler, or a manager for them, has an answer for the customer. */
    Outcome resolve(String resolution, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .or(this::whileAnswersAreOpen)
                .orElseGet(() -> {
                    status = Status.RESOLVED;
                    endProposedBy = null;
                    changedAt = at;
                    return new Outcome.Done(
                            new HandlingEvent.Resolved(
                                    ref(),
                                    round,
                                    ownerUnit,
                                    theHandler(),
                                    resolution,
                                    hand.actor(),
                                    at));
                });
    }

    /**
     * What the customer says of the resolution. A word on an earlier round is old news.
     *
     * @param reopenWithin how long after the closure a customer who comes back is heard
     */
    Outcome hear(Satisfaction said, Actor by, Instant at, Duration reopenWithin) {
        if (said.round() > round + 1) {
            return new Outcome.Implausible("round is beyond the next");
        }
        if (said.round() != round) {
            return said.round() > round
                    ? new Outcome.Premature(Outcome.Awaited.RESOLUTION)
                    : new Outcome.Unchanged();
        }
        return switch (status) {
            case NEW, ASSIGNED, IN_PROGRESS -> new Outcome.Premature(Outcome.Awaited.RESOLUTION);
            case RESOLVED ->
                    switch (said.outcome()) {
                        case SATISFIED -> close(ClosedAs.SATISFIED, said.note(), by, at);
                        case NOT_SATISFIED -> reopen(said.note(), by, at);
                        case UNREACHABLE ->
                                said.isLastVainAttempt()
                                        ? close(ClosedAs.UNREACHABLE, said.note(), by, at)
                                        : new Outcome.Unchanged();
                    };
            case CLOSED ->
                    said.outcome() == Satisfaction.Outcome.NOT_SATISFIED
                                    && canBeReopened()
                                    && isInTime(at, reopenWithin)
                            ? reopen(said.note(), by, at)
                            : new Outcome.Unchanged();
        };
    }

    /** A manager wants the case worked on again, because of what was found out later (IN-35). */
    Outcome reopen(String reason, Hand hand, Instant at, Duration reopenWithin) {
        return switch (status) {
            case NEW -> new Outcome.NotAssessed();
            case ASSIGNED, IN_PROGRESS -> new Outcome.StillOpen(status);
            case RESOLVED -> reopen(reason, hand.actor(), at);
            case CLOSED -> {
                if (!canBeReopened()) {
                    yield new Outcome.Over(status);
                }
                yield isInTime(at, reopenWithin)
                        ? reopen(reason, hand.actor(), at)
                        : new Outcome.TooLate(reopenWithin);
            }
        };
    }

    private boolean canBeReopened() {
        return closedAs != null && closedAs.canBeReopened();
    }

    private boolean isInTime(Instant at, Duration reopenWithin) {
        return closedAt != null && !at.isAfter(closedAt.plus(reopenWithin));
    }

    private Outcome reopen(@Nullable String reason, Actor by, Instant at) {
        status = Status.ASSIGNED;
        closedAs = null;
        closedAt = null;
        adopted = null;
        handler = null;
        plan = null;
        responded = false;
        round++;
        passes++;
        tier = tier.next();
        ownerUnit = judged().ownerUnit();
        changedAt = at;
        return new Outcome.Done(new HandlingEvent.Reopened(facts(), status, reason, by, at));
    }
}
