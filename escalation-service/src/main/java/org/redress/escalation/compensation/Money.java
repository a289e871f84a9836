package org.redress.escalation.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount in the major unit of its ISO 4217 currency, with the decimal places that it has. */
@Schema(name = "Money")
public record Money(
        @Schema(examples = "299.00") BigDecimal amount,
        @Schema(implementation = String.class, examples = "CNY") Currency currency) {

    public Money {
        amount =
                amount.setScale(
                        Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
    }

    /** The amount, unless it is finer than the smallest coin. */
    static Optional<Money> of(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()
                ? Optional.empty()
                : Optional.of(new Money(amount, currency));
    }

    /** Those that exist; some words of three letters are none. */
    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .filter(known -> known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
