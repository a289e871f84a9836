package org.redress.triage.assessment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainText;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.rules.Judgement;

/**
 * What a triage officer says of a case, and why. Without any level it confirms the present ones.
 */
@Schema(
        description =
                "Only what is to change. Where class, category, severity or conduct change, the"
                        + " decision tables derive the rest anew, except what is given here.")
record Revision(
        @Nullable CaseClass caseClass,
        @Nullable Category category,
        @Nullable Severity severity,
        @Nullable ConductLevel conductLevel,
        @Nullable ResponseLevel responseLevel,
        @Nullable Priority priority,
        @Nullable Tier tier,
        @Schema(
                        implementation = String.class,
                        maxLength = 200,
                        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$",
                        examples = "hq/quality",
                        description = "A unit that exists; the refusal names those that do.")
                @Nullable Unit ownerUnit,
        @Schema(description = "Why; it is published with the assessment.", required = true)
                @NotNull
                @PlainText
                @Size(max = 2000)
                String reason) {

    /** Why, without blanks around it. */
    String why() {
        return reason.strip();
    }

    /** The judgement with all that is given here. */
    Judgement appliedTo(Judgement judgement) {
        return new Judgement(
                requireNonNullElse(caseClass, judgement.caseClass()),
                requireNonNullElse(category, judgement.category()),
                requireNonNullElse(severity, judgement.severity()),
                requireNonNullElse(conductLevel, judgement.conductLevel()),
                requireNonNullElse(responseLevel, judgement.responseLevel()),
                requireNonNullElse(priority, judgement.priority()),
                requireNonNullElse(tier, judgement.tier()),
                requireNonNullElse(ownerUnit, judgement.ownerUnit()));
    }

    /** Whether it changes what priority, tier, response and owner follow from. */
    boolean changesCourse(Judgement judgement) {
        return differs(caseClass, judgement.caseClass())
                || differs(category, judgement.category())
                || differs(severity, judgement.severity())
                || differs(conductLevel, judgement.conductLevel());
    }

    private static boolean differs(@Nullable Object given, Object present) {
        return given != null && !Objects.equals(given, present);
    }
}
