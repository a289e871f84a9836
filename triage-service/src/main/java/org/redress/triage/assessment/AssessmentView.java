package org.redress.triage.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.ReviewCause;
import org.redress.triage.rules.SeenSignal;

/**
 * A judgement with its reasons, for people.
 *
 * @param erased true where the customer was erased, and the words with them; absent otherwise
 */
record AssessmentView(
        @Schema(implementation = String.class, examples = "C-20261121-000420")
                CaseNumber caseNumber,
        int revision,
        @JsonUnwrapped Judgement judgement,
        @Nullable List<Reason> reasons,
        @Nullable List<SeenSignal> signals,
        Set<ReviewCause> review,
        String tableVersion,
        Actor assessedBy,
        @Nullable String reason,
        Instant assessedAt,
        @Nullable Boolean erased) {

    static AssessmentView of(CaseNumber caseNumber, Assessment assessment) {
        var words = assessment.words();
        return new AssessmentView(
                caseNumber,
                assessment.revision(),
                assessment.judgement(),
                words == null ? null : words.reasons(),
                words == null ? null : words.signals(),
                assessment.review(),
                assessment.tableVersion(),
                assessment.actor(),
                words == null ? null : words.reason(),
                assessment.assessedAt(),
                words == null ? true : null);
    }

    static AssessmentView of(JudgedCase judged) {
        return of(judged.file().caseNumber(), judged.assessment());
    }
}
