package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.cases.CaseWithdrawn;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage.End;
import org.redress.platform.messaging.IncomingEvent;

/** Decides what is written to whom when something has happened. */
@ApplicationScoped
class Correspondence {
    private final Messages messages;
    private final Calls calls;
    private final Cases cases;

    @Inject
    Correspondence(Messages messages, Calls calls, Cases cases) {
        this.messages = messages;
        this.calls = calls;
        this.cases = cases;
    }

    /** The customer hears at once that the case has arrived, and its timetable (IN-09, IN-10). */
    void acknowledge(@Observes CaseKnown known) {
        messages.add(
                Draft.toCustomer(
                        "acknowledgment:%s:%d".formatted(known.caseId(), known.round()),
                        Purpose.CUSTOMER_ACKNOWLEDGMENT,
                        known.origin(),
                        new CaseRef(known.caseId(), known.caseNumber(), known.round()),
                        known.customerId(),
                        null));
    }

    /** The customer hears what was done (NO-04); one mail for each round. */
    void resolve(IncomingEvent event, CaseResolved resolved) {
        calls.endRound(resolved.caseId(), resolved.round(), resolved.end());
        messages.add(
                Draft.toCustomer(
                        "resolution:%s:%d".formatted(resolved.caseId(), resolved.round()),
                        Purpose.CUSTOMER_RESOLUTION,
                        Origin.of(event),
                        resolved.about(),
                        null,
                        cases.sealResolution(resolved.caseId(), resolved.resolution())));
    }

    /** The case is over: its links say so. */
    void close(CaseClosed closed) {
        calls.endRound(closed.caseId(), closed.round(), closed.end());
    }

    /** The customer wants nothing any more. */
    void withdraw(@Observes CaseWithdrawn withdrawn) {
        calls.endRound(
                withdrawn.caseId(),
                withdrawn.round(),
                new End(News.Outcome.WITHDRAWN, null, withdrawn.occurredAt()));
    }

    /** The person whom escalation names is called (NO-06), unless nobody is needed any more. */
    void call(IncomingEvent event, EscalationRaised raised) {
        messages.add(
                Draft.toStaff(
                        "page:" + raised.pageId(),
                        Purpose.ESCALATION_PAGE,
                        Origin.of(event),
                        raised.about(),
                        raised.personId(),
                        raised.page(),
                        raised.escalationId(),
                        null));
    }

    /** Who holds the watch is called. */
    void alarm(IncomingEvent event, AlertPaged paged) {
        messages.add(
                Draft.toStaff(
                        "page:" + paged.pageId(),
                        Purpose.ALERT_PAGE,
                        Origin.ofThePlatform(event, paged.unit()),
                        null,
                        paged.personId(),
                        paged.page(),
                        paged.alertId().toString(),
                        null));
    }

    /** Somebody has it, by a link of ours or elsewhere. */
    void taken(EscalationAcknowledged acknowledged) {
        calls.take(
                acknowledged.escalationId(),
                acknowledged.personId(),
                acknowledged.via(),
                acknowledged.occurredAt());
    }

    /** Nobody needs to be reached about it any more. */
    void settled(EscalationSettled settled) {
        calls.settle(settled.escalationId(), settled.end());
    }

    /** Somebody of the watch has it; an alert that nobody took can still be taken by its link. */
    void settled(AlertSettled settled) {
        if (settled.isTaken()) {
            calls.take(
                    settled.alertId().toString(),
                    Objects.requireNonNull(settled.personId()),
                    "API",
                    settled.occurredAt());
        }
    }
}
