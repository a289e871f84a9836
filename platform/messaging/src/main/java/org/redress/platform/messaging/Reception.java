package org.redress.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads records before anything is done: which of them are events that this service is to apply.
 */
@ApplicationScoped
class Reception {

    private final Plausibility plausibility;
    private final DeadLetters deadLetters;
    private final String service;
    private final String ownTypes;

    Reception(
            Plausibility plausibility,
            DeadLetters deadLetters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "messaging.type-prefix") String ownTypes) {
        this.plausibility = plausibility;
        this.deadLetters = deadLetters;
        this.service = service;
        this.ownTypes = ownTypes;
    }

    /** The topics that the records came from first. */
    Set<String> origins(ConsumerRecords<String, byte[]> records) {
        var origins = new HashSet<String>();
        records.forEach(message -> origins.add(Letter.origin(message, service)));
        return origins;
    }

    /**
     * The event in a record, if this service reads its type.
     *
     * @throws UnreadableEvent if it never can be read or believed
     */
    Optional<Delivery> read(ConsumerRecord<String, byte[]> message, Subscription subscription) {
        var event = CloudEventCodec.read(message, Letter.origin(message, service));
        if (!subscription.reads(event)) {
            if (!event.type().startsWith(ownTypes)) {
                throw new UnreadableEvent("foreign type", null);
            }
            return Optional.empty();
        }
        plausibility.check(event);
        return Optional.of(delivery(message, event, subscription));
    }

    /**
     * Prepares it now if that can be done; what fails otherwise than by being unreadable, later.
     */
    private static Delivery delivery(
            ConsumerRecord<String, byte[]> message,
            IncomingEvent event,
            Subscription subscription) {
        try {
            var effect = subscription.prepare(event);
            return new Delivery(message, event, () -> effect);
        } catch (UnreadableEvent e) {
            throw e;
        } catch (RuntimeException | StackOverflowError notNow) {
            return new Delivery(message, event, () -> subscription.prepare(event));
        }
    }

    void bury(ConsumerRecord<String, byte[]> message, String reason) throws InterruptedException {
        deadLetters.bury(message, reason);
    }
}
