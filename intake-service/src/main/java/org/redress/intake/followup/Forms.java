package org.redress.intake.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.Contact;
import org.redress.intake.cases.Correction;
import org.redress.intake.cases.Flags;
import org.redress.intake.cases.Incident;
import org.redress.intake.cases.Product;
import org.redress.intake.cases.Satisfaction;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;

/** The forms for what happens after the registration. None of them prints what it holds. */
sealed interface Forms {

    /** A conversation with the customer. */
    @Schema(name = "NewContact")
    record NewContact(
            @NotNull @Schema(examples = "OUTBOUND") Contact.Direction direction,
            @NotNull @Schema(examples = "HOTLINE") Channel channel,
            @NotNull @PlainText @Size(max = 4_000) @Schema(examples = "已告知客户处理进度，客户表示理解。")
                    String note,
            @Schema(examples = "URGED") Contact.@Nullable Reason reason)
            implements Forms {

        Contact contact() {
            return new Contact(direction, channel, note, reason);
        }

        @Override
        public String toString() {
            return "NewContact[…]";
        }
    }

    /**
     * What was taken down wrong, and why it is changed; a given object replaces the whole old one.
     */
    @Schema(name = "NewCorrection")
    record NewCorrection(
            @PlainLine @Size(max = 200) @Nullable String subject,
            @PlainText @Size(max = 32_000) @Nullable String description,
            @Valid @Nullable Flags flags,
            @Valid @Nullable Product product,
            @Valid @Nullable Incident incident,
            @NotNull @PlainText @Size(max = 1_000) @Schema(examples = "复核时客户更正了产品批次。")
                    String reason)
            implements Forms {

        Correction correction() {
            return new Correction(subject, description, flags, product, incident);
        }

        @Nullable String unitConcerned() {
            return incident == null ? null : incident.unit();
        }

        @Override
        public String toString() {
            return "NewCorrection[…]";
        }
    }

    /** What the customer said of the resolution. */
    @Schema(name = "NewSatisfaction")
    record NewSatisfaction(
            @NotNull @Schema(examples = "SATISFIED") Satisfaction outcome,
            @PlainText @Size(max = 4_000) @Nullable String note)
            implements Forms {

        @Override
        public String toString() {
            return "NewSatisfaction[outcome=" + outcome + "]";
        }
    }

    /** Why the customer takes the case back. */
    @Schema(name = "NewWithdrawal")
    record NewWithdrawal(@NotNull @PlainText @Size(max = 1_000) String reason) implements Forms {

        @Override
        public String toString() {
            return "NewWithdrawal[…]";
        }
    }
}
