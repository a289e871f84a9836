package org.redress.intake.cases;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.intake.forms.KnownCurrency;

/** An amount in the major unit of an ISO 4217 currency. */
public record Money(
        @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 3) BigDecimal amount,
        @NotNull @KnownCurrency @Schema(examples = "CNY") String currency) {}
