package org.redress.triage.cases;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in the major unit of its currency. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }
}
