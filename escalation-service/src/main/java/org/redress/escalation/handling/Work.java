package org.redress.escalation.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.platform.web.text.PlainText;

/** What handlers send. */
final class Work {

    private Work() {}

    /** Work went on; a first response is what the customer was told, and stops that clock. */
    @Schema(name = "Progress")
    record Progress(
            @NotNull @Schema(examples = "FIRST_RESPONSE") Kind kind,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "Called back: do not use the kettle; an engineer comes before 18:00.")
                    String note) {

        enum Kind {
            NOTE,
            FIRST_RESPONSE
        }

        @Override
        public String toString() {
            return "Progress[kind=" + kind + "]";
        }
    }

    /** Why a case has to be worked on again. */
    @Schema(name = "Reopening")
    record Reopening(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "A second kettle of the batch failed in the same way.")
                    String reason) {

        @Override
        public String toString() {
            return "Reopening[]";
        }
    }

    /** The answer to the customer, word for word. */
    @Schema(name = "Resolution")
    record Resolution(
            @NotNull
                    @PlainText
                    @Size(max = 8000)
                    @Schema(
                            examples =
                                    "We have refunded 299 CNY and cover the doctor's bill; we are sorry.")
                    String resolution) {

        @Override
        public String toString() {
            return "Resolution[]";
        }
    }
}
