package org.redress.escalation.investigation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Verdict;
import org.redress.platform.web.text.PlainText;

/** What investigators send. */
final class Findings {

    private Findings() {}

    /** Something that shows what happened. */
    @Schema(name = "NewEvidence")
    record Piece(
            @NotNull @Schema(examples = "PHOTO") Evidence.Kind kind,
            @NotNull
                    @PlainText
                    @Size(max = 2000)
                    @Schema(examples = "The plug, its left pin melted.")
                    String what,
            @NotNull @PlainText @Size(max = 1000) @Schema(examples = "Archive of quality, box 17")
                    String kept,
            @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in hexadecimal")
                    @Schema(
                            examples =
                                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                    @Nullable String digest) {

        @Override
        public String toString() {
            return "Piece[kind=" + kind + "]";
        }
    }

    /** What was found out. */
    @Schema(name = "Finding")
    record Finding(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "Batch 2026-41 has a plug of another supplier.")
                    String finding) {

        @Override
        public String toString() {
            return "Finding[]";
        }
    }

    /** What a unit, or the customer if none is named, is asked, and by when. */
    @Schema(name = "NewInformationRequest")
    record Question(
            @Size(max = 200) @Schema(examples = "hq/logistics") @Nullable String unit,
            @NotNull @Schema(examples = "2026-11-23T10:00:00Z") Instant dueAt,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "From which warehouse did the kettle come?")
                    String question) {

        @Override
        public String toString() {
            return "Question[unit=" + unit + ", dueAt=" + dueAt + "]";
        }
    }

    /** What was answered. */
    @Schema(name = "InformationAnswer")
    record Reply(
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(examples = "From the one in Suzhou, on 12 November.")
                    String answer) {

        @Override
        public String toString() {
            return "Reply[]";
        }
    }

    /** What it came to, and why. */
    @Schema(name = "Verification")
    record Verification(
            @NotNull @Schema(examples = "VERIFIED") Verdict.Truth truth,
            @NotNull @Schema(examples = "PARTLY") Verdict.Demand demand,
            @NotNull @Schema(examples = "OURS") Verdict.Liability liability,
            @NotNull
                    @PlainText
                    @Size(max = 4000)
                    @Schema(
                            examples =
                                    "The plug was ours and faulty; lost earnings are not covered.")
                    String reason) {

        Verdict verdict() {
            return new Verdict(truth, demand, liability);
        }

        @Override
        public String toString() {
            return "Verification[" + verdict() + "]";
        }
    }
}
