package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Origin;
import org.redress.platform.messaging.IncomingEvent;

/** Decides what is written to whom when something has happened. */
@ApplicationScoped
class Correspondence {
    private final Messages messages;
    private final Cases cases;

    @Inject
    Correspondence(Messages messages, Cases cases) {
        this.messages = messages;
        this.cases = cases;
    }

    /** The customer hears at once that the case has arrived, and its timetable (IN-09, IN-10). */
    void acknowledge(@Observes CaseKnown known) {
        messages.add(
                new Draft(
                        "acknowledgment:%s:%d".formatted(known.caseId(), known.round()),
                        Purpose.CUSTOMER_ACKNOWLEDGMENT,
                        known.origin(),
                        known.caseId(),
                        known.caseNumber(),
                        known.round(),
                        Recipient.Kind.CUSTOMER,
                        known.customerId(),
                        null,
                        null,
                        null));
    }

    /** The customer hears what was done (NO-04); one mail for each round. */
    void resolve(IncomingEvent event, CaseResolved resolved) {
        messages.add(
                new Draft(
                        "resolution:%s:%d".formatted(resolved.caseId(), resolved.round()),
                        Purpose.CUSTOMER_RESOLUTION,
                        Origin.of(event),
                        resolved.caseId(),
                        resolved.caseNumber(),
                        resolved.round(),
                        Recipient.Kind.CUSTOMER,
                        null,
                        null,
                        null,
                        cases.seal(resolved.caseId(), resolved.resolution()).orElse(null)));
    }

    /** The person whom escalation names is called (NO-06). */
    void call(IncomingEvent event, EscalationRaised raised) {
        messages.add(
                new Draft(
                        "page:" + raised.pageId(),
                        Purpose.ESCALATION_PAGE,
                        Origin.of(event),
                        raised.caseId(),
                        raised.caseNumber(),
                        raised.round(),
                        Recipient.Kind.STAFF,
                        raised.personId(),
                        raised.page(),
                        raised.escalationId(),
                        null));
    }
}
