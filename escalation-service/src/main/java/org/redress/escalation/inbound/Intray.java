package org.redress.escalation.inbound;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.handling.HandlingDesk;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.inbound.CaseEvent.CaseAssessed;
import org.redress.escalation.inbound.CaseEvent.CaseRegistered;
import org.redress.escalation.inbound.CaseEvent.CaseWithdrawn;
import org.redress.escalation.inbound.CaseEvent.SatisfactionRecorded;
import org.redress.escalation.inbound.DeliveryEvent.MessageAcknowledged;
import org.redress.escalation.inbound.DeliveryEvent.MessageFailed;
import org.redress.escalation.paging.PagingDesk;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Takes the events of the other services to the desk that they concern. */
@ApplicationScoped
class Intray {

    private static final Logger LOG = Logger.getLogger(Intray.class);

    private final Inbox inbox;
    private final HandlingDesk handlings;
    private final PagingDesk paging;
    private final Park park;
    private final Clock clock;

    private final Subscription cases =
            Subscription.of(
                    on("redress.case.registered.v1", CaseRegistered.class, this::registered),
                    on(
                            "redress.case.satisfaction-recorded.v1",
                            SatisfactionRecorded.class,
                            (_, event) -> apply(event)),
                    on(
                            "redress.case.withdrawn.v1",
                            CaseWithdrawn.class,
                            (_, event) -> apply(event)));
    private final Subscription assessments =
            Subscription.of(
                    on("redress.case.assessed.v1", CaseAssessed.class, (_, event) -> apply(event)));
    private final Subscription deliveries =
            Subscription.of(
                    on(
                            "redress.message.acknowledged.v1",
                            MessageAcknowledged.class,
                            (_, event) -> acknowledged(event)),
                    on(
                            "redress.message.failed.v1",
                            MessageFailed.class,
                            (_, event) -> failed(event)));

    Intray(Inbox inbox, HandlingDesk handlings, PagingDesk paging, Park park, Clock clock) {
        this.inbox = inbox;
        this.handlings = handlings;
        this.paging = paging;
        this.park = park;
        this.clock = clock;
    }

    @Incoming("cases")
    @Blocking
    void onCases(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, cases);
    }

    @Incoming("assessments")
    @Blocking
    void onAssessments(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, assessments);
    }

    @Incoming("deliveries")
    @Blocking
    void onDeliveries(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, deliveries);
    }

    private void registered(IncomingEvent envelope, CaseRegistered event) {
        handlings.open(new CaseRef(event.caseId(), event.caseNumber(), mode(envelope)));
        park.recall();
    }

    private static Mode mode(IncomingEvent envelope) {
        String mode = envelope.extension("mode");
        if (mode == null) {
            throw new IllegalArgumentException("no mode: nobody knows whether the case is real");
        }
        return Mode.valueOf(mode);
    }

    /** Applies what was said about a case, or parks it until the case has come that far. */
    void apply(CaseEvent event) {
        Outcome outcome =
                switch (event) {
                    case CaseRegistered _ -> new Outcome.Unchanged();
                    case CaseAssessed said ->
                            handlings.assess(said.caseId(), said.assessment(), said.actor());
                    case SatisfactionRecorded said ->
                            handlings.hear(said.caseId(), said.satisfaction(), said.actor());
                    case CaseWithdrawn said ->
                            handlings.withdraw(said.caseId(), said.reason(), said.actor());
                };
        if (outcome instanceof Outcome.Premature(Outcome.Awaited awaited)) {
            park.put(event, awaited);
        }
    }

    private void acknowledged(MessageAcknowledged event) {
        if (paging.acknowledge(event.escalationId(), event.personId(), event.via(), clock.instant())
                .isEmpty()) {
            LOG.warnf("acknowledged escalation is not known escalation=%s", event.escalationId());
        }
    }

    private void failed(MessageFailed event) {
        if (event.isFinal() && event.pageId() != null) {
            paging.undelivered(event.pageId(), clock.instant());
        }
    }
}
