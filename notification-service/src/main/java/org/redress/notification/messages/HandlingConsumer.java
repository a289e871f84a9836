package org.redress.notification.messages;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/** Hears from escalation whom to call, whom not to call any more, and what was done. */
@ApplicationScoped
class HandlingConsumer {
    private final Inbox inbox;
    private final Subscription handling;

    @Inject
    HandlingConsumer(Inbox inbox, Correspondence correspondence) {
        this.inbox = inbox;
        this.handling =
                Subscription.of(
                        on(
                                "redress.escalation.raised.v1",
                                EscalationRaised.class,
                                correspondence::call),
                        on(
                                "redress.escalation.acknowledged.v1",
                                EscalationAcknowledged.class,
                                (_, acknowledged) -> correspondence.taken(acknowledged)),
                        on(
                                "redress.escalation.settled.v1",
                                EscalationSettled.class,
                                (_, settled) -> correspondence.settled(settled)),
                        on("redress.case.resolved.v1", CaseResolved.class, correspondence::resolve),
                        on(
                                "redress.case.closed.v1",
                                CaseClosed.class,
                                (_, closed) -> correspondence.close(closed)));
    }

    @Incoming("handling")
    @Blocking
    void onHandling(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, handling);
    }
}
