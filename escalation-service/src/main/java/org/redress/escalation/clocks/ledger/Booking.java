package org.redress.escalation.clocks.ledger;

import java.time.Duration;
import java.time.Instant;

/** What a change to a ledger came to. Refusals are expected and change nothing. */
public sealed interface Booking {

    /** Done: this is the ledger now. */
    record Booked(Ledger ledger) implements Booking {}

    /** The ledger does not allow it. */
    sealed interface Refused extends Booking {}

    /** Something was booked at this instant or after it. */
    record OutOfOrder(Instant last) implements Refused {}

    /** It waits already. */
    record AlreadyPaused() implements Refused {}

    /** There is no pause to end. */
    record NotPaused() implements Refused {}

    /** Its time is over: nothing is paused or extended any more. */
    record DueAlready(Instant dueAt) implements Refused {}

    /** An extension gives more time, not less. */
    record NotLonger(Duration by) implements Refused {}

    /** A law times it: it waits for nobody, and gets no more time than the law allows, once. */
    record ByLaw() implements Refused {}

    /** These terms hold already. */
    record SameTerms() implements Refused {}
}
