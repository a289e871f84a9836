package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.events.CaseEvent.CaseAssessed;
import org.redress.escalation.events.CaseEvent.CaseRegistered;
import org.redress.escalation.events.CaseEvent.CaseWithdrawn;
import org.redress.escalation.events.CaseEvent.SatisfactionRecorded;
import org.redress.escalation.events.DeliveryEvent.MessageAcknowledged;
import org.redress.escalation.events.DeliveryEvent.MessageFailed;
import org.redress.escalation.handling.HandlingDesk;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.paging.Acknowledgment;
import org.redress.escalation.paging.PagingDesk;
import org.redress.platform.messaging.Alarms;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.messaging.UnreadableEvent;

/** Takes the events of the other services to the desk that they concern. */
@ApplicationScoped
class Intray {

    private final Inbox inbox;
    private final HandlingDesk handlings;
    private final PagingDesk paging;
    private final OrganisationStore organisation;
    private final Park park;
    private final Clock clock;
    private final Alarms alarms;

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
    private final Subscription deliveries;

    Intray(
            Inbox inbox,
            HandlingDesk handlings,
            PagingDesk paging,
            OrganisationStore organisation,
            Park park,
            Clock clock,
            Alarms alarms,
            @All List<Subscription.Reaction> further) {
        this.inbox = inbox;
        this.handlings = handlings;
        this.paging = paging;
        this.organisation = organisation;
        this.park = park;
        this.clock = clock;
        this.alarms = alarms;
        this.deliveries = deliveries(further);
    }

    /** Other features may hear of deliveries too: each brings a reaction. */
    private Subscription deliveries(List<Subscription.Reaction> further) {
        Stream<Subscription.Reaction> ours =
                Stream.of(
                        on(
                                "redress.message.acknowledged.v1",
                                MessageAcknowledged.class,
                                (_, event) -> acknowledged(event)),
                        on(
                                "redress.message.failed.v1",
                                MessageFailed.class,
                                (_, event) -> failed(event)));
        return Subscription.of(
                Stream.concat(ours, further.stream()).toArray(Subscription.Reaction[]::new));
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
        park.recall(event.caseId());
    }

    private static Mode mode(IncomingEvent envelope) {
        String mode = envelope.extension("mode");
        if (mode == null) {
            throw new IllegalArgumentException("no mode: nobody knows whether the case is real");
        }
        return Mode.valueOf(mode);
    }

    private void apply(CaseEvent event) {
        Outcome outcome = apply(event, false);
        if (outcome instanceof Outcome.Premature(Outcome.Awaited awaited)) {
            park.put(event, awaited);
        }
    }

    /**
     * Applies what was said about a case.
     *
     * @param waitedLong whether what should have come before it is not waited for any more
     * @throws UnreadableEvent if nothing will ever make it true
     */
    Outcome apply(CaseEvent event, boolean waitedLong) {
        Outcome outcome =
                switch (event) {
                    case CaseRegistered _ -> new Outcome.Unchanged();
                    case CaseAssessed said -> assess(said, waitedLong);
                    case SatisfactionRecorded said ->
                            handlings.hear(said.caseId(), said.satisfaction(), said.actor());
                    case CaseWithdrawn said ->
                            handlings.withdraw(said.caseId(), said.reason(), said.actor());
                };
        if (outcome instanceof Outcome.Implausible(String why)) {
            throw new UnreadableEvent(why, null);
        }
        if (outcome instanceof Outcome.Done) {
            park.recall(event.caseId());
        }
        return outcome;
    }

    private Outcome assess(CaseAssessed said, boolean waitedLong) {
        Optional<UnitPath> owner = organisation.current().unitNamed(said.ownerUnit());
        Assessment assessment =
                said.assessment(owner.orElseGet(() -> organisation.current().reception()));
        Outcome outcome =
                waitedLong
                        ? handlings.assessAtLast(said.caseId(), assessment, said.actor())
                        : handlings.assess(said.caseId(), assessment, said.actor());
        if (owner.isEmpty() && outcome instanceof Outcome.Done) {
            alarms.reportOnCommit(
                    "UNIT_UNKNOWN",
                    said.unitIfAnyPath(),
                    "triage names a unit that is not ours; the reception has the case",
                    said.caseId().value());
        }
        return outcome;
    }

    /** A word that nobody can have given is a dead letter: it would end somebody's paging. */
    private void acknowledged(MessageAcknowledged event) {
        Acknowledgment answer =
                paging.acknowledge(
                                event.escalationId(),
                                event.pageId(),
                                event.personId(),
                                event.via(),
                                clock.instant())
                        .orElseThrow(() -> new UnreadableEvent("escalation is not known", null));
        if (answer instanceof Acknowledgment.NotPaged) {
            throw new UnreadableEvent("acknowledged by somebody who was not paged", null);
        }
    }

    private void failed(MessageFailed event) {
        if (event.isFinal() && event.pageId() != null) {
            paging.undelivered(event.pageId(), clock.instant());
        }
    }
}
