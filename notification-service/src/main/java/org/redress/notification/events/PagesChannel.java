package org.redress.notification.events;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;

/** Who is to be called is heard on a channel of its own, whatever becomes of the rest. */
@ApplicationScoped
class PagesChannel {

    private static final String NAME = "pages";

    private final Inbox inbox;

    PagesChannel(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(NAME)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(NAME, records);
    }
}
