package org.redress.platform.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that this service reads, with the record that brought it.
 *
 * @param preparation makes its effect, before a transaction begins
 */
record Delivery(
        ConsumerRecord<String, byte[]> message,
        IncomingEvent event,
        Supplier<Runnable> preparation) {

    /** An event whose effect only needs a transaction. */
    record Prepared(IncomingEvent event, Runnable effect) {}

    Prepared prepared() {
        return new Prepared(event, preparation.get());
    }

    /**
     * Prepared now if that can be done; what fails otherwise than by being unreadable is prepared
     * when it is applied.
     *
     * @throws UnreadableEvent if its payload never can be read
     */
    Delivery preparedNow() {
        try {
            var effect = preparation.get();
            return new Delivery(message, event, () -> effect);
        } catch (UnreadableEvent e) {
            throw e;
        } catch (RuntimeException | StackOverflowError notNow) {
            return this;
        }
    }

    String key() {
        return event.key();
    }

    String id() {
        return event.id();
    }

    String type() {
        return event.type();
    }

    @Nullable UUID correlation() {
        return Optional.ofNullable(event.extension("correlationid"))
                .map(Sealing::uuid)
                .orElse(null);
    }
}
