package org.redress.intake.cases;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.intake.forms.KnownCurrency;
import org.redress.platform.web.text.Amount;

/** An amount in the major unit of an ISO 4217 currency. */
public record Money(
        @NotNull @Amount BigDecimal amount,
        @NotNull @KnownCurrency @Schema(examples = "CNY") String currency) {}
