package org.redress.triage.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.ReviewCause;
import org.redress.triage.rules.SeenSignal;

/** A judgement with its reasons, for people. */
record AssessmentView(
        CaseNumber caseNumber,
        int revision,
        @JsonUnwrapped Judgement judgement,
        List<Reason> reasons,
        List<SeenSignal> signals,
        Set<ReviewCause> review,
        String tableVersion,
        Actor assessedBy,
        @Nullable String reason,
        Instant assessedAt) {

    static AssessmentView of(CaseNumber caseNumber, Assessment assessment) {
        return new AssessmentView(
                caseNumber,
                assessment.revision(),
                assessment.judgement(),
                assessment.reasons(),
                assessment.signals(),
                assessment.review(),
                assessment.tableVersion(),
                assessment.actor(),
                assessment.reason(),
                assessment.assessedAt());
    }

    static AssessmentView of(JudgedCase judged) {
        return of(judged.file().caseNumber(), judged.assessment());
    }
}
