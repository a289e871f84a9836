package org.redress.escalation.handling;

import java.math.BigDecimal;
import java.time.Duration;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.cohandling.CoHandling;

/** What a command came to. Refusals are expected and change nothing. */
public sealed interface Outcome {

    /** Done, and this is to be told. */
    record Done(HandlingEvent event) implements Outcome {}

    /** Taken note of, or done before: there is nothing to tell. */
    record Unchanged() implements Outcome {}

    /** Speaks of something that has not happened here yet: keep it and apply it then. */
    record Premature(Awaited awaited) implements Outcome {}

    /** The state of the case does not allow it. */
    sealed interface Refused extends Outcome {}

    /** Nobody has said yet whose the case is. */
    record NotAssessed() implements Refused {}

    /** Somebody has to accept the case first. */
    record NotAccepted() implements Refused {}

    /** Another person handles it. */
    record HandledBy(PersonId handler) implements Refused {}

    /** The case waits for the customer's word, or is closed. */
    record Over(Status status) implements Refused {}

    /** The case is being worked on already. */
    record StillOpen(Status status) implements Refused {}

    /** The case was closed longer ago than it may be reopened. */
    record TooLate(Duration reopenWithin) implements Refused {}

    /** The case concerns the person. */
    record Recused(PersonId person) implements Refused {}

    /** The unit is the topmost. */
    record NothingAbove() implements Refused {}

    /** Only inquiries and suggestions are answered; anything else is resolved. */
    record NotAnswerable(CaseClass caseClass) implements Refused {}

    /** More has to be tried before the case may end without agreement. */
    record TooEarly(int fromRound) implements Refused {}

    /** Nobody has proposed it. */
    record NothingProposed() implements Refused {}

    /** Somebody else has to look at it. */
    record FourEyes(PersonId person) implements Refused {}

    /** Other units owe an answer, or one that has not been accepted: these, apart by spaces. */
    record AnswersOpen(String units) implements Refused {}

    /** The unit has been asked, and has not done with it. */
    record AskedAlready(UnitPath unit) implements Refused {}

    /** What was asked of another unit does not allow it. */
    record NotCoHandled(CoHandling.Refusal why) implements Refused {}

    /** There is no plan to decide. */
    record NoPlan() implements Refused {}

    /** A manager has to agree to a plan first. */
    record PlanNeeded() implements Refused {}

    /** The offer has come too far, or not far enough. */
    record OfferIs(String state) implements Refused {}

    /** With what was promised before, it is more than they may promise. */
    record TooMuch(BigDecimal sum, BigDecimal upTo) implements Refused {}

    /** It is more than anybody may promise who could be asked. */
    record NobodyMay(BigDecimal sum) implements Refused {}

    /** A field of the request does not fit the case. */
    record Unfit(String field, String why) implements Refused {}

    /** The customer was promised nothing that is still to come. */
    record NothingPromised() implements Refused {}

    /** The ledger of the clock does not allow it. */
    record NotTimed(Booking.Refused why) implements Refused {}

    /** The clock is broken or kept, or nobody waits for it any more. */
    record ClockOver(CaseClock.State state) implements Refused {}

    /** Cannot have been said by one who knows the case: nothing will ever make it true. */
    record Implausible(String why) implements Outcome {}

    /** What a premature event waits for. */
    enum Awaited {
        REGISTRATION,
        RESOLUTION,
        /** The revisions of the assessment in between. */
        REVISION
    }
}
