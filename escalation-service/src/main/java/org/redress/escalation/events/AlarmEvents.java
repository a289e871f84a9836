package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.escalation.watch.Alarm;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/**
 * All services tell what went wrong, this one included. On a channel of its own: the watch is paged
 * whatever becomes of the cases.
 */
@ApplicationScoped
class AlarmEvents implements Subscription {

    private static final String CHANNEL = "alarms";

    private final Inbox inbox;
    private final WatchDesk watch;

    AlarmEvents(Inbox inbox, WatchDesk watch) {
        this.inbox = inbox;
        this.watch = watch;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CHANNEL, records);
    }

    @Override
    public String topic() {
        return "redress.alarms";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.alarm.reported.v1", Alarm.class, (_, alarm) -> watch.report(alarm)));
    }
}
