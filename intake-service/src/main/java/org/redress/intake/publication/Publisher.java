package org.redress.intake.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Mode;
import org.redress.intake.customers.CustomerEvent;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Puts what happened into the outbox, in the transaction in which it happened. */
@ApplicationScoped
class Publisher {

    private static final String CASES = "redress.cases";
    private static final String CUSTOMERS = "redress.customers";

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
                        .with("mode", customerCase.mode().name())
                        .with("orgunit", customerCase.unit())
                        .with("correlationid", caseId));
    }

    void on(@Observes CustomerEvent event) {
        outbox.add(
                switch (event) {
                    case CustomerEvent.Known known ->
                            OutgoingEvent.of(CustomerSnapshot.TYPE, CustomerSnapshot.of(known))
                                    .to(CUSTOMERS, known.customer().id().toString())
                                    .at(known.at())
                                    .with("mode", Mode.REAL.name());
                    case CustomerEvent.Erased erased ->
                            OutgoingEvent.tombstone(CustomerSnapshot.TYPE)
                                    .to(CUSTOMERS, erased.customerId().toString())
                                    .at(erased.at())
                                    .with("mode", Mode.REAL.name());
                });
    }
}
