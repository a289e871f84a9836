package org.redress.escalation.compensation;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.platform.web.text.PlainText;

/** What handlers and approvers send. */
final class CompensationWork {

    private CompensationWork() {}

    /** What the customer is to get, and for which loss. */
    @Schema(name = "NewCompensationOffer")
    record Proposal(
            @NotNull @Schema(examples = "REFUND") Offer.Type type,
            @NotNull
                    @DecimalMin("0.001")
                    @Digits(integer = 12, fraction = 3)
                    @Schema(examples = "299.00")
                    BigDecimal amount,
            @NotNull
                    @Pattern(regexp = "[A-Z]{3}", message = "must be a currency like CNY")
                    @Schema(examples = "CNY")
                    String currency,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The price of the kettle, by the receipt of 3 November.")
                    String basis) {

        @Override
        public String toString() {
            return "Proposal[type=" + type + ", amount=" + amount + " " + currency + "]";
        }
    }

    /** Why it is done. */
    @Schema(name = "CompensationReason")
    record Reason(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The doctor's bill is not shown yet.")
                    String reason) {

        @Override
        public String toString() {
            return "Reason[]";
        }
    }
}
