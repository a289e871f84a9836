package org.redress.escalation.handling;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;

/** How a case ends other than by what the customer says of its resolution. */
@MappedSuperclass
abstract class Ending extends Planning {

    /** For the database. */
    Ending() {}

    Ending(CaseRef customerCase, UnitPath reception, Promises promises, Origin origin, Instant at) {
        super(customerCase, reception, promises, origin, at);
    }

    /**
     * An inquiry is answered, or a suggestion adopted or not, and why (IN-15).
     *
     * @param adopted of a suggestion only
     */
    Outcome answer(String answer, @Nullable Boolean adopted, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> {
                    boolean suggested = judged().caseClass() == CaseClass.SUGGESTION;
                    if (!suggested && judged().caseClass() != CaseClass.INQUIRY) {
                        return new Outcome.NotAnswerable(judged().caseClass());
                    }
                    if (suggested != (adopted != null)) {
                        return new Outcome.Unfit(
                                "adopted",
                                suggested
                                        ? "must say what becomes of the suggestion"
                                        : "is for suggestions only");
                    }
                    return whileAnswersAreOpen()
                            .orElseGet(() -> {
                                this.adopted = adopted;
                                return close(ClosedAs.ANSWERED, answer, hand.actor(), at);
                            });
                });
    }

    /**
     * The customer will not agree: everything was explained, and what they may turn to (IN-21).
     *
     * @param contrary whether the demand is contrary to the rules (TR-22), if that is not clear
     *     from the investigation
     * @param fromRound the first round in which any other case may end like this
     */
    Outcome proposeNotAgreed(String words, boolean contrary, int fromRound, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> {
                    boolean isContrary = verdict == null ? contrary : verdict.isContrary();
                    if (!isContrary && round < fromRound) {
                        return new Outcome.TooEarly(fromRound);
                    }
                    endProposedBy = hand.person();
                    changedAt = at;
                    return new Outcome.Done(
                            new HandlingEvent.EndProposed(
                                    ref(), round, ownerUnit, isContrary, words, hand.actor(), at));
                });
    }

    /**
     * A manager agrees who neither handles the case nor proposed its end (four eyes).
     *
     * @param words what was proposed; none if it was erased meanwhile
     */
    Outcome approveNotAgreed(@Nullable String words, Hand hand, Instant at) {
        return atWork().orElseGet(() -> {
            if (endProposedBy == null) {
                return new Outcome.NothingProposed();
            }
            return hand.person().equals(endProposedBy) || hand.person().equals(handler)
                    ? new Outcome.FourEyes(hand.person())
                    : whileAnswersAreOpen()
                            .orElseGet(() -> close(ClosedAs.NOT_AGREED, words, hand.actor(), at));
        });
    }

    /** A manager wants more to be tried. */
    Outcome refuseNotAgreed(String reason, Hand hand, Instant at) {
        return atWork().orElseGet(() -> {
            if (endProposedBy == null) {
                return new Outcome.NothingProposed();
            }
            endProposedBy = null;
            changedAt = at;
            return new Outcome.Done(
                    new HandlingEvent.EndRefused(
                            ref(), round, ownerUnit, reason, hand.actor(), at));
        });
    }

    /**
     * Everything is done in the other case (TR-20).
     *
     * @param words what the customer is told
     */
    Outcome duplicate(CaseNumber of, String words, Hand hand, Instant at) {
        return switch (status) {
            case NEW, ASSIGNED, IN_PROGRESS ->
                    inHandsOf(hand)
                            .orElseGet(() -> {
                                duplicateOf = of;
                                return close(ClosedAs.DUPLICATE, words, hand.actor(), at);
                            });
            case RESOLVED, CLOSED -> new Outcome.Over(status);
        };
    }

    /** The customer no longer wants anything done. */
    Outcome withdraw(@Nullable String reason, Actor by, Instant at) {
        return switch (status) {
            case NEW, ASSIGNED, IN_PROGRESS, RESOLVED -> close(ClosedAs.WITHDRAWN, reason, by, at);
            case CLOSED -> new Outcome.Unchanged();
        };
    }

    Outcome close(ClosedAs as, @Nullable String note, Actor by, Instant at) {
        status = Status.CLOSED;
        closedAs = as;
        closedAt = at;
        changedAt = at;
        endProposedBy = null;
        nextDueAt = NOTHING_DUE;
        nextDueClock = null;
        waitsForCustomer = false;
        return new Outcome.Done(
                new HandlingEvent.Closed(
                        ref(), round, ownerUnit, as, note, handler, adopted, duplicateOf, by, at));
    }
}
