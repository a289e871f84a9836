package org.redress.escalation.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.platform.web.text.PlainText;

/** What is done to a clock. */
final class ClockWork {

    private ClockWork() {}

    /** Somebody else has to do something first. */
    @Schema(name = "ClockPause")
    record Pausing(
            @NotNull @Schema(examples = "CUSTOMER") Pause reason,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The customer sends photographs of the plug.")
                    String note) {

        @Override
        public String toString() {
            return "Pausing[reason=" + reason + "]";
        }
    }

    /** It takes longer than the rule allows. */
    @Schema(name = "ClockExtension")
    record Extension(
            @NotNull
                    @DurationMin(minutes = 1)
                    @DurationMax(days = 366)
                    @Schema(
                            type =
                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                            .STRING,
                            format = "duration",
                            examples = "PT4H")
                    Duration by,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The laboratory needs another day.")
                    String reason) {

        @Override
        public String toString() {
            return "Extension[by=" + by + "]";
        }
    }
}
