package org.redress.triage.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.triage.assessment.Actor;
import org.redress.triage.assessment.JudgedCase;
import org.redress.triage.assessment.Words;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.SeenSignal;

/** The payloads on the topic redress.assessments, as contracts/triage has them. */
sealed interface PublishedAssessment {

    /** The type of the event. */
    String type();

    /**
     * The judgement of a case.
     *
     * @param version the revision: it grows with each event that triage tells of a case
     * @param reasons empty, as the signals are, where the customer was erased before it was told
     */
    record CaseAssessed(
            UUID caseId,
            CaseNumber caseNumber,
            int round,
            int version,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            int revision,
            @JsonUnwrapped Judgement judgement,
            String tableVersion,
            List<Reason> reasons,
            List<SeenSignal> signals,
            @Nullable String reason)
            implements PublishedAssessment {

        static CaseAssessed of(JudgedCase event, Instant recordedAt) {
            var file = event.file();
            var assessment = event.assessment();
            var words =
                    Objects.requireNonNullElse(
                            assessment.words(), new Words(List.of(), List.of(), null));
            return new CaseAssessed(
                    file.caseId(),
                    file.caseNumber(),
                    file.round(),
                    assessment.revision(),
                    assessment.assessedAt(),
                    recordedAt,
                    assessment.actor(),
                    assessment.revision(),
                    assessment.judgement(),
                    assessment.tableVersion(),
                    words.reasons(),
                    words.signals(),
                    words.reason());
        }

        @Override
        public String type() {
            return "redress.case.assessed.v1";
        }
    }
}
