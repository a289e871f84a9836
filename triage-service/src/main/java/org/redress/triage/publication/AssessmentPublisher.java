package org.redress.triage.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.triage.assessment.JudgedCase;
import org.redress.triage.publication.PublishedAssessment.CaseAssessed;

/** Turns a judgement into the published event, within the transaction that keeps it. */
@ApplicationScoped
class AssessmentPublisher {

    private static final String TOPIC = "redress.assessments";

    private final Outbox outbox;
    private final Clock clock;

    AssessmentPublisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void publish(@Observes JudgedCase event) {
        var file = event.file();
        var caseId = file.caseId().toString();
        PublishedAssessment told = CaseAssessed.of(event, clock.instant());
        outbox.add(
                OutgoingEvent.of(told.type(), told)
                        .to(TOPIC, caseId)
                        .at(event.assessment().assessedAt())
                        .with("subject", file.caseNumber().text())
                        .with("mode", file.mode().name())
                        .with("orgunit", event.assessment().judgement().ownerUnit().path())
                        .with("correlationid", caseId));
    }
}
