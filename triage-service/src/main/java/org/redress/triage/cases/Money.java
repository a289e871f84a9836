package org.redress.triage.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the major unit of its currency. What lies beyond the contract's limit is taken as
 * the limit, which is a major loss in every currency; so is what is finer than its three decimals.
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final BigDecimal MOST = new BigDecimal("999999999999.999");
    private static final int INTEGERS = 12;
    private static final int DECIMALS = 3;

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative");
        }
        amount = stored(amount);
    }

    /**
     * By its magnitude first: to write out 1E+2147483647 takes more digits than there is memory.
     */
    private static BigDecimal stored(BigDecimal amount) {
        long integers = (long) amount.precision() - amount.scale();
        if (amount.signum() == 0 || integers < -DECIMALS) {
            return BigDecimal.ZERO;
        }
        if (integers > INTEGERS) {
            return MOST;
        }
        return amount.scale() <= DECIMALS ? amount : amount.setScale(DECIMALS, RoundingMode.DOWN);
    }
}
