package org.redress.intake.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Mode;
import org.redress.intake.customers.CustomerEvent;
import org.redress.intake.customers.CustomerId;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.platform.messaging.OutgoingEvent.Draft;

/** Puts what happened into the outbox, in the transaction in which it happened. */
@ApplicationScoped
class Publisher {

    private static final String CASES = "redress.cases";
    private static final String CUSTOMERS = "redress.customers";
    private static final String ERASURES = "redress.erasures";

    private final Outbox outbox;

    Publisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void on(@Observes CaseEvent event) {
        CustomerCase customerCase = event.customerCase();
        PublishedCaseEvent published = Translation.of(event);
        String caseId = customerCase.id().toString();
        outbox.add(
                OutgoingEvent.of(published.type(), published)
                        .to(CASES, caseId)
                        .at(event.stamp().at())
                        .with("subject", customerCase.number().text())
                        .with("mode", customerCase.mode().name())
                        .with("orgunit", customerCase.unit())
                        .with("correlationid", caseId));
    }

    void on(@Observes CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Known known ->
                    add(
                            OutgoingEvent.of(CustomerSnapshot.TYPE, CustomerSnapshot.of(known)),
                            CUSTOMERS,
                            known.customer().id(),
                            known.at());
            case CustomerEvent.Erased erased -> {
                CustomerId id = erased.customerId();
                add(
                        OutgoingEvent.of(CustomerErased.TYPE, CustomerErased.of(erased)),
                        ERASURES,
                        id,
                        erased.at());
                add(OutgoingEvent.tombstone(CustomerSnapshot.TYPE), CUSTOMERS, id, erased.at());
            }
        }
    }

    private void add(Draft draft, String topic, CustomerId customerId, Instant at) {
        outbox.add(draft.to(topic, customerId.toString()).at(at).with("mode", Mode.REAL.name()));
    }
}
