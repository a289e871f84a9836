package org.redress.escalation.clocks;

import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.clocks.ledger.Ledger;

/** What a command to a clock came to. Refusals are expected and change nothing. */
public sealed interface Answer {

    /** Done: this is to be written and told. */
    record Done(CaseClock.Change change, Ledger ledger) implements Answer {}

    /** Its ledger does not allow it. */
    record Refused(Booking.Refused why) implements Answer {}

    /** It is broken or kept, or nobody waits for it any more. */
    record Over(CaseClock.State state) implements Answer {}
}
