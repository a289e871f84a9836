package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Applies each event once: its id and its effect are written in one transaction. A batch shares a
 * transaction; when that fails, each event gets its own, and the one that fails for good becomes a
 * dead letter while the rest goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final EventTraces traces;
    private final String ownTypes;

    Inbox(
            Jdbi jdbi,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            EventTraces traces,
            @ConfigProperty(name = "messaging.type-prefix") String ownTypes) {
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
        this.ownTypes = ownTypes;
    }

    /**
     * Applies the records in their order and returns when each has had its effect, was known
     * already, is of no interest, or lies with the dead letters. While the database or the broker
     * is away it keeps trying.
     */
    public void receive(ConsumerRecords<String, byte[]> records, Subscription subscription) {
        var deliveries = new ArrayList<Delivery>();
        for (var message : records) {
            read(message, subscription).ifPresent(deliveries::add);
        }
        if (!deliveries.isEmpty() && !applyTogether(deliveries)) {
            deliveries.forEach(this::applyAlone);
        }
    }

    private Optional<Delivery> read(
            ConsumerRecord<String, byte[]> message, Subscription subscription) {
        try {
            var event = CloudEventCodec.read(message);
            if (subscription.reads(event)) {
                return Optional.of(new Delivery(message, event, subscription.prepare(event)));
            }
            if (!event.type().startsWith(ownTypes)) {
                bury(message, "foreign type");
            }
        } catch (UnreadableEvent e) {
            bury(message, e.getMessage());
        }
        return Optional.empty();
    }

    private boolean applyTogether(List<Delivery> deliveries) {
        try {
            QuarkusTransaction.requiringNew().run(() -> deliveries.forEach(this::applyOnce));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "batch of %d applied one by one", deliveries.size());
            return false;
        }
    }

    private void applyAlone(Delivery delivery) {
        var patience = new Patience();
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> applyOnce(delivery));
                return;
            } catch (RuntimeException e) {
                if (!patience.lasts(e)) {
                    LOG.errorf(
                            e,
                            "not applied type=%s id=%s",
                            delivery.event.type(),
                            delivery.event.id());
                    bury(delivery.message, Patience.reason(e));
                    return;
                }
                LOG.warnf(
                        "tried again type=%s id=%s cause=%s",
                        delivery.event.type(), delivery.event.id(), e);
            }
        }
    }

    private void applyOnce(Delivery delivery) {
        var event = delivery.event;
        if (isNew(event)) {
            traces.within(event, () -> event.runAsCurrent(delivery.effect));
        }
        metrics.counter("inbox.events", "type", event.type()).increment();
    }

    private boolean isNew(IncomingEvent event) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                insert into messaging.inbox (event_id, source)
                                values (:id, :source) on conflict do nothing
                                """)
                        .bind("id", event.id())
                        .bind("source", event.source())
                        .execute())
                == 1;
    }

    private void bury(ConsumerRecord<String, byte[]> message, String reason) {
        var patience = new Patience();
        while (true) {
            try {
                deadLetters.bury(message, reason);
                return;
            } catch (DeadLetters.DeadLetterLost e) {
                LOG.errorf(e, "dead letter refused by the broker, tried again");
                patience.rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the dead letter was written", e);
            }
        }
    }

    private record Delivery(
            ConsumerRecord<String, byte[]> message, IncomingEvent event, Runnable effect) {}
}
