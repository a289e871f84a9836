package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.escalation.watch.Alarm;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/** Reads the topic redress.alarms: what all services report, this one included. */
@ApplicationScoped
class AlarmsConsumer {

    private final Inbox inbox;
    private final Subscription alarms;

    AlarmsConsumer(Inbox inbox, WatchDesk desk) {
        this.inbox = inbox;
        this.alarms =
                Subscription.of(
                        on(
                                "redress.alarm.reported.v1",
                                Alarm.class,
                                (_, alarm) -> desk.report(alarm)));
    }

    @Incoming("alarms")
    @Blocking
    void onAlarms(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, alarms);
    }
}
