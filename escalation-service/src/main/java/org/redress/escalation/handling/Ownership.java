package org.redress.escalation.handling;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;

/** Whose a case is: always one unit's, and one person's once somebody has accepted it (ES-01). */
@MappedSuperclass
abstract class Ownership extends Standing {

    /** For the database. */
    Ownership() {}

    Ownership(
            CaseRef customerCase,
            UnitPath reception,
            Promises promises,
            Origin origin,
            Instant at) {
        super(customerCase, reception, promises, origin, at);
    }

    /** Somebody of the owner unit takes the case: from now on they answer for it (ES-01). */
    Outcome accept(Hand hand, Instant at) {
        return switch (status) {
            case NEW -> new Outcome.NotAssessed();
            case ASSIGNED -> {
                if (isRecused(hand.person())) {
                    yield new Outcome.Recused(hand.person());
                }
                status = Status.IN_PROGRESS;
                handler = hand.person();
                yield progressed(HandlingEvent.Progressed.Activity.ACCEPTED, null, hand, at);
            }
            case IN_PROGRESS ->
                    hand.person().equals(handler)
                            ? new Outcome.Unchanged()
                            : new Outcome.HandledBy(theHandler());
            case RESOLVED, CLOSED -> new Outcome.Over(status);
        };
    }

    /**
     * The case goes to a colleague, who need not accept it: there is no moment without an owner.
     */
    Outcome handOver(PersonId to, String note, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() ->
                        to.equals(handler)
                                ? new Outcome.Unchanged()
                                : passTo(
                                        to,
                                        HandlingEvent.HandedOver.Way.HAND_OVER,
                                        note,
                                        hand,
                                        at));
    }

    /** A manager answers for the case themselves. */
    Outcome takeOver(Hand hand, Instant at) {
        return status == Status.ASSIGNED || hand.person().equals(handler)
                ? accept(hand, at)
                : atWork().orElseGet(() ->
                        passTo(
                                hand.person(),
                                HandlingEvent.HandedOver.Way.TAKE_OVER,
                                null,
                                hand,
                                at));
    }

    private Outcome passTo(
            PersonId to,
            HandlingEvent.HandedOver.Way way,
            @Nullable String note,
            Hand hand,
            Instant at) {
        if (isRecused(to)) {
            return new Outcome.Recused(to);
        }
        PersonId from = handler;
        handler = to;
        return handedOver(way, from, ownerUnit, note, hand, at);
    }

    /** The unit says that the case is not its own; the reception has it until it is judged anew. */
    Outcome giveBack(String reason, UnitPath reception, Hand hand, Instant at) {
        return notYetOver()
                .or(() -> inHandsOf(hand))
                .orElseGet(() ->
                        status == Status.ASSIGNED && ownerUnit.equals(reception)
                                ? new Outcome.Unchanged()
                                : passTo(
                                        reception,
                                        HandlingEvent.HandedOver.Way.RETURN,
                                        reason,
                                        hand,
                                        at));
    }

    /** What exceeds the handler's authority goes to the unit above, one tier up (ES-04). */
    Outcome refer(String reason, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() ->
                        ownerUnit
                                .parent()
                                .<Outcome>map(above -> {
                                    tier = tier.next();
                                    return passTo(
                                            above,
                                            HandlingEvent.HandedOver.Way.REFERRAL,
                                            reason,
                                            hand,
                                            at);
                                })
                                .orElseGet(Outcome.NothingAbove::new));
    }

    private Outcome passTo(
            UnitPath unit, HandlingEvent.HandedOver.Way way, String reason, Hand hand, Instant at) {
        PersonId from = handler;
        UnitPath fromUnit = ownerUnit;
        leave();
        ownerUnit = unit;
        return handedOver(way, from, fromUnit, reason, hand, at);
    }

    /** Whom the case concerns does not handle it; a manager may say so for them. */
    Outcome recuse(PersonId person, String reason, Hand hand, Instant at) {
        return notYetOver()
                .orElseGet(() -> {
                    if (isRecused(person)) {
                        return new Outcome.Unchanged();
                    }
                    PersonId from = person.equals(handler) ? handler : null;
                    recused = (recused + " " + person).strip();
                    if (from != null) {
                        leave();
                    }
                    return handedOver(
                            HandlingEvent.HandedOver.Way.RECUSAL,
                            from,
                            ownerUnit,
                            reason,
                            hand,
                            at);
                });
    }

    /** Nobody answers for the case but its unit, which has to receive it. */
    void leave() {
        status = Status.ASSIGNED;
        handler = null;
        endProposedBy = null;
    }

    Optional<Outcome> notYetOver() {
        return status == Status.ASSIGNED ? Optional.empty() : atWork();
    }

    Optional<Outcome> atWork() {
        return switch (status) {
            case NEW -> Optional.of(new Outcome.NotAssessed());
            case ASSIGNED -> Optional.of(new Outcome.NotAccepted());
            case IN_PROGRESS -> Optional.empty();
            case RESOLVED, CLOSED -> Optional.of(new Outcome.Over(status));
        };
    }

    /** Of a case that nobody has accepted, anybody's of its unit. */
    Optional<Outcome> inHandsOf(Hand hand) {
        if (isRecused(hand.person())) {
            return Optional.of(new Outcome.Recused(hand.person()));
        }
        return handler == null || hand.manages() || hand.person().equals(handler)
                ? Optional.empty()
                : Optional.of(new Outcome.HandledBy(handler));
    }

    /** The customer gets an answer when the lead has those that other units owe (ES-40). */
    Optional<Outcome> whileAnswersAreOpen() {
        return asked.isEmpty() ? Optional.empty() : Optional.of(new Outcome.AnswersOpen(asked));
    }

    Outcome progressed(
            HandlingEvent.Progressed.Activity activity,
            @Nullable String note,
            Hand hand,
            Instant at) {
        changedAt = at;
        return new Outcome.Done(
                new HandlingEvent.Progressed(
                        ref(),
                        round,
                        ownerUnit,
                        status,
                        activity,
                        theHandler(),
                        note,
                        hand.actor(),
                        at));
    }

    private Outcome handedOver(
            HandlingEvent.HandedOver.Way way,
            @Nullable PersonId from,
            UnitPath fromUnit,
            @Nullable String note,
            Hand hand,
            Instant at) {
        changedAt = at;
        if (from != null || !fromUnit.equals(ownerUnit)) {
            passes++;
        }
        return new Outcome.Done(
                new HandlingEvent.HandedOver(
                        facts(), status, way, from, fromUnit, handler, note, hand.actor(), at));
    }
}
