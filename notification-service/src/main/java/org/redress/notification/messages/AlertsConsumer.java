package org.redress.notification.messages;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/** Hears from escalation whom of the watch to call, and when not to any more. */
@ApplicationScoped
class AlertsConsumer {
    private final Inbox inbox;
    private final Subscription alerts;

    @Inject
    AlertsConsumer(Inbox inbox, Correspondence correspondence) {
        this.inbox = inbox;
        this.alerts =
                Subscription.of(
                        on("redress.alert.paged.v1", AlertPaged.class, correspondence::alarm),
                        on(
                                "redress.alert.settled.v1",
                                AlertSettled.class,
                                (_, settled) -> correspondence.settled(settled)));
    }

    @Incoming("alerts")
    @Blocking
    void onAlerts(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, alerts);
    }
}
