package org.redress.escalation.clocks;

import java.time.Duration;
import java.util.Optional;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;
import org.redress.escalation.organisation.Organisation;

/**
 * On which terms a clock is when the organisation is another one (ADR 15).
 *
 * @param warnAfter the share of its time after which it is near
 */
record Rebase(Terms terms, double warnAfter) {

    /**
     * A clock that is on the terms of the rule that held for its case is on those of the rule that
     * holds now, and keeps what it was extended by. One that another judgement, another unit or a
     * pause has put on terms of its own keeps them; only its calendar is that of today. What a law
     * times has no terms but the law's.
     *
     * @param was what the organisation of its terms says of the case as it is now, if it has a rule
     * @param is what the one of today says
     */
    static Rebase of(
            CaseClock clock,
            Ledger ledger,
            Optional<Deadline> was,
            Optional<Deadline> is,
            Organisation today) {
        Terms terms = ledger.terms();
        Duration extended = ledger.extended();
        Duration set = terms.budget().minus(extended);
        if (is.isPresent()
                && (clock.isByLaw() || was.filter(rule -> isOf(rule, set, terms)).isPresent())) {
            Duration budget = is.get().budget();
            return new Rebase(
                    new Terms(
                            budget.plus(extended),
                            today.calendar(is.get().calendar()),
                            today.version()),
                    is.get().warnAfter());
        }
        BusinessCalendar calendar = today.calendar(terms.calendar().name());
        return new Rebase(
                calendar == null ? terms : new Terms(terms.budget(), calendar, today.version()),
                clock.deadline().warnAfter());
    }

    private static boolean isOf(Deadline rule, Duration budget, Terms terms) {
        return budget.equals(rule.budget()) && rule.calendar().equals(terms.calendar().name());
    }

    /** Whether these terms say the same, whichever version they are of. */
    boolean isAs(Terms before) {
        return terms.budget().equals(before.budget()) && terms.calendar().equals(before.calendar());
    }
}
