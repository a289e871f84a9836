package org.redress.escalation.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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

    /** What the customer is told now, and why not what they were told before. */
    @Schema(name = "NewPromise")
    record NewPromise(
            @NotNull @Schema(examples = "2026-11-25T10:00:00Z") Instant dueAt,
            @NotNull
                    @PlainText
                    @Size(max = 2000)
                    @Schema(
                            examples =
                                    "The spare part comes on Wednesday; we bring it to you the same day.")
                    String reason) {

        @Override
        public String toString() {
            return "NewPromise[dueAt=" + dueAt + "]";
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

    /** To whom the case goes, and what they should know of it. */
    @Schema(name = "HandOver")
    record HandOver(
            @NotNull
                    @Pattern(
                            regexp = "[a-z0-9]+([._-][a-z0-9]+)*",
                            message = "must be a person's id like he.jing")
                    @Size(max = 255)
                    @Schema(examples = "he.jing")
                    String to,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "I am away from tomorrow; the customer expects a call at 10.")
                    String note) {

        @Override
        public String toString() {
            return "HandOver[to=" + to + "]";
        }
    }

    /** Why it is done. */
    @Schema(name = "Why")
    record Why(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The parcel was never ours: the shop delivers itself.")
                    String reason) {

        @Override
        public String toString() {
            return "Why[]";
        }
    }

    /** Whom the case concerns: whoever asks, unless somebody is named. */
    @Schema(name = "Recusal")
    record Recusal(
            @Pattern(
                            regexp = "[a-z0-9]+([._-][a-z0-9]+)*",
                            message = "must be a person's id like he.jing")
                    @Size(max = 255)
                    @Schema(examples = "he.jing")
                    @Nullable String person,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The complaint is about my own repair.")
                    String reason) {

        @Override
        public String toString() {
            return "Recusal[person=" + person + "]";
        }
    }

    /** How the case is to be settled, and whether that departs from the rules. */
    @Schema(name = "HandlingPlan")
    record HandlingPlan(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "Replace all kettles of the batch, although the guarantee is over.")
                    String plan,
            @Schema(examples = "true") boolean deviates) {

        @Override
        public String toString() {
            return "HandlingPlan[deviates=" + deviates + "]";
        }
    }

    /** The answer to the customer, word for word; of a suggestion also what becomes of it. */
    @Schema(name = "Answer")
    record Answer(
            @NotNull
                    @PlainText
                    @Size(max = 8000)
                    @Schema(examples = "Thank you: from January on the counter opens at 8.")
                    String answer,
            @Schema(examples = "true") @Nullable Boolean adopted) {

        @Override
        public String toString() {
            return "Answer[adopted=" + adopted + "]";
        }
    }

    /** What the customer is told if a manager approves, word for word. */
    @Schema(name = "NonAgreement")
    record NonAgreement(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "We have refunded the price. The law knows no further damages for the delay.")
                    String explanation,
            @NotNull
                    @PlainText
                    @Size(max = 3990)
                    @Schema(
                            examples =
                                    "You may turn to the consumers' association (12315) or to the court at your home.")
                    String remedies,
            @Schema(examples = "false") boolean contrary) {

        String words() {
            return explanation + "\n\n" + remedies;
        }

        @Override
        public String toString() {
            return "NonAgreement[contrary=" + contrary + "]";
        }
    }

    /** What somebody above wants, and by when. */
    @Schema(name = "Direction")
    record Direction(
            @NotNull @Schema(examples = "SUPERVISE") Directive.Kind kind,
            @NotNull @Schema(examples = "2026-11-23T10:00:00Z") Instant dueAt,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "Settle it before the shop opens on Monday, and report to me.")
                    String words) {

        @Override
        public String toString() {
            return "Direction[kind=" + kind + ", dueAt=" + dueAt + "]";
        }
    }

    /** What was done about a directive. */
    @Schema(name = "Report")
    record Report(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The kettle is replaced; the customer has agreed.")
                    String answer) {

        @Override
        public String toString() {
            return "Report[]";
        }
    }

    /** What another unit is asked for, and by when. */
    @Schema(name = "CoHandlingRequest")
    record Request(
            @NotNull @Size(max = 255) @Schema(examples = "hq/finance") String unit,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "Was the second charge of 299 CNY booked, and when is it refunded?")
                    String words,
            @Schema(examples = "2026-11-23T10:00:00Z") @Nullable Instant dueAt) {

        @Override
        public String toString() {
            return "Request[unit=" + unit + ", dueAt=" + dueAt + "]";
        }
    }

    /** Why the answer of another unit does not do, and by when a better one is due. */
    @Schema(name = "CoHandlingReturn")
    record Again(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "The customer asks for the day of the refund.")
                    String reason,
            @Schema(examples = "2026-11-23T14:00:00Z") @Nullable Instant dueAt) {

        @Override
        public String toString() {
            return "Again[dueAt=" + dueAt + "]";
        }
    }

    /** The case in which everything is done, and what the customer is told, word for word. */
    @Schema(name = "Duplicate")
    record Duplicate(
            @NotNull @Schema(examples = "C-20261121-000420") String of,
            @NotNull
                    @PlainText
                    @Size(max = 8000)
                    @Schema(
                            examples =
                                    "You have told us of this before; we answer you under the first number.")
                    String words) {

        @Override
        public String toString() {
            return "Duplicate[of=" + of + "]";
        }
    }
}
