package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Turns a judgement into the published event, within the transaction that keeps it. */
@ApplicationScoped
class Publisher {

    private static final String TOPIC = "redress.assessments";

    private final Outbox outbox;
    private final Clock clock;

    Publisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void publish(@Observes JudgedCase event) {
        var file = event.file();
        var caseId = file.caseId().toString();
        outbox.add(
                OutgoingEvent.of(CaseAssessed.TYPE, CaseAssessed.of(event, clock.instant()))
                        .to(TOPIC, caseId)
                        .at(event.assessment().assessedAt())
                        .with("subject", file.caseNumber().text())
                        .with("mode", file.mode().name())
                        .with("orgunit", event.assessment().judgement().ownerUnit().path())
                        .with("correlationid", caseId));
    }
}
