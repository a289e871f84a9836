package org.redress.platform.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The channel that reads a service's topics. A service that must hear of something whatever becomes
 * of the rest has another one for it.
 */
@ApplicationScoped
class EventsChannel {

    private static final String NAME = "events";

    private final Inbox inbox;

    EventsChannel(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(NAME)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(NAME, records);
    }
}
