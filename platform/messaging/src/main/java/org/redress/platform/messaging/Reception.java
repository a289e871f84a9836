package org.redress.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads records before anything is done: which of them are events that this service is to apply.
 */
@ApplicationScoped
class Reception {

    private final Subscriptions subscriptions;
    private final Plausibility plausibility;
    private final DeadLetters deadLetters;
    private final String service;
    private final String ownTypes;

    Reception(
            Subscriptions subscriptions,
            Plausibility plausibility,
            DeadLetters deadLetters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "messaging.type-prefix") String ownTypes) {
        this.subscriptions = subscriptions;
        this.plausibility = plausibility;
        this.deadLetters = deadLetters;
        this.service = service;
        this.ownTypes = ownTypes;
    }

    /**
     * The event in a record, if this service reads its type; not prepared yet.
     *
     * @throws UnreadableEvent if it never can be read or believed
     */
    Optional<Delivery> read(ConsumerRecord<String, byte[]> message) {
        var event = CloudEventCodec.read(message, Letter.origin(message, service));
        var reaction = subscriptions.reaction(event);
        if (reaction.isEmpty()) {
            if (!event.type().startsWith(ownTypes)) {
                throw new UnreadableEvent("foreign type", null);
            }
            return Optional.empty();
        }
        plausibility.check(event);
        return Optional.of(new Delivery(message, event, () -> reaction.get().prepare(event)));
    }

    /** What the subscriptions get for all at once. */
    void expect(List<Delivery> deliveries) {
        subscriptions.expect(deliveries.stream().map(Delivery::event).toList());
    }

    void bury(ConsumerRecord<String, byte[]> message, String reason) throws InterruptedException {
        deadLetters.bury(message, reason);
    }
}
