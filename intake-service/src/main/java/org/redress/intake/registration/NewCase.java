package org.redress.intake.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Call;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.Flags;
import org.redress.intake.cases.Incident;
import org.redress.intake.cases.Mode;
import org.redress.intake.cases.Product;
import org.redress.intake.cases.Report;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.NewCustomer;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;

/**
 * The agent's form for a case. What a single field must hold stands on it; what the fields must
 * hold together stands in {@link RegistrationRules}.
 */
@Schema(name = "NewCase")
public record NewCase(
        @NotNull Channel channel,
        @PlainLine
                @Size(max = 200)
                @Schema(
                        description =
                                "The contact's id in that channel: mail id, post, file number")
                @Nullable String channelRef,
        @Valid @Nullable Call cti,
        @Valid @Schema(description = "A customer not known yet; or else customerId")
                @Nullable NewCustomer customer,
        @Schema(
                        implementation = String.class,
                        format = "uuid",
                        description = "A known customer; or else customer")
                @Nullable CustomerId customerId,
        @Schema(description = "When the customer reached us; now if left out")
                @Nullable Instant receivedAt,
        @PlainLine
                @Size(max = 200)
                @Schema(description = "One line; the beginning of the description if left out")
                @Nullable String subject,
        @NotNull @PlainText @Size(max = 32_000) String description,
        @Valid @Nullable Incident incident,
        @Valid @Nullable Product product,
        @PlainText @Size(max = 2_000) @Nullable String preliminaryCause,
        @PlainText @Size(max = 2_000) @Nullable String desiredRemedy,
        @Valid @Nullable Flags flags,
        @Schema(defaultValue = "REAL") @Nullable Mode mode) {

    private static final int DERIVED_SUBJECT = 60;

    /** Left out, it is a real case; nothing but this default is added to the form. */
    Mode modeOrReal() {
        return mode == null ? Mode.REAL : mode;
    }

    Flags flagsOrNone() {
        return flags == null ? Flags.NONE : flags;
    }

    @Nullable String unitConcerned() {
        return incident == null ? null : incident.unit();
    }

    Report report(Instant now) {
        return new Report(
                channelRef,
                cti,
                Objects.requireNonNullElse(receivedAt, now),
                subject == null ? beginning(description) : subject.strip(),
                description,
                incident,
                product,
                preliminaryCause,
                desiredRemedy,
                flagsOrNone());
    }

    private static String beginning(String description) {
        String line = description.strip().lines().findFirst().orElseThrow().strip();
        int[] points = line.codePoints().toArray();
        return points.length <= DERIVED_SUBJECT
                ? line
                : new String(points, 0, DERIVED_SUBJECT) + "…";
    }

    @Override
    public String toString() {
        return "NewCase[channel=" + channel + "]";
    }
}
