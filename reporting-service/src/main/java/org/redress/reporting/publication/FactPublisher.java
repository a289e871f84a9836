package org.redress.reporting.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.reporting.facts.FactsSettled;
import org.redress.reporting.facts.PublishedFact;

/** Publishes the facts that read anew, in the transaction that settles them. */
@ApplicationScoped
class FactPublisher {
    private static final String TOPIC = "redress.bi.case-facts";

    private final Outbox outbox;

    FactPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void on(@Observes FactsSettled settled) {
        settled.anew().forEach(this::publish);
    }

    private void publish(PublishedFact fact) {
        var caseId = fact.caseId().toString();
        var told = new Published.Fact(fact);
        var event =
                OutgoingEvent.of(told.type(), told)
                        .to(TOPIC, caseId)
                        .at(fact.updatedAt())
                        .with("subject", fact.caseNumber().value())
                        .with("mode", fact.mode().value())
                        .with("correlationid", caseId);
        outbox.add(
                fact.ownerUnit() == null ? event : event.with("orgunit", fact.ownerUnit().value()));
    }
}
