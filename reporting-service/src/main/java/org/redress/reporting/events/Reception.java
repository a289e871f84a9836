package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/**
 * Takes in the events of all services. Those of one transaction are handed on together, so that a
 * batch of events writes and publishes each case once.
 */
@ApplicationScoped
class Reception {
    private final Inbox inbox;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<CaseEvents> arrived;
    private final Subscription subscription =
            Subscription.of(
                    Stream.of(EventType.values())
                            .map(this::reaction)
                            .toArray(Subscription.Reaction[]::new));

    Reception(
            Inbox inbox,
            TransactionSynchronizationRegistry transaction,
            Event<CaseEvents> arrived) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.arrived = arrived;
    }

    @Incoming("case-events")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, subscription);
    }

    private Subscription.Reaction reaction(EventType type) {
        return Subscription.on(type.type(), type.news(), this::take);
    }

    private void take(IncomingEvent event, News news) {
        batch().events
                .add(
                        new CaseEvent(
                                event.id(),
                                new Code(requireNonNull(event.extension("mode"), "mode")),
                                event.extension("causationid"),
                                event.as(About.class),
                                news));
    }

    private Batch batch() {
        if (transaction.getResource(Batch.class) instanceof Batch open) {
            return open;
        }
        var batch = new Batch();
        transaction.putResource(Batch.class, batch);
        transaction.registerInterposedSynchronization(batch);
        return batch;
    }

    private final class Batch implements Synchronization {
        private final List<CaseEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            arrived.fire(new CaseEvents(events));
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
