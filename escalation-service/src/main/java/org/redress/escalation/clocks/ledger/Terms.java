package org.redress.escalation.clocks.ledger;

import java.time.Duration;
import org.redress.escalation.calendar.BusinessCalendar;

/**
 * What holds for a clock.
 *
 * @param budget how much may be counted before it is due
 * @param organisation the version of the organisation that the budget and the calendar are of
 */
public record Terms(Duration budget, BusinessCalendar calendar, long organisation) {

    public Terms {
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("a budget of " + budget + " is none");
        }
    }

    Terms longerBy(Duration more) {
        return new Terms(budget.plus(more), calendar, organisation);
    }
}
