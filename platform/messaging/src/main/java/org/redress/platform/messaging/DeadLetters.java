package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.platform.vault.Vault;

/**
 * Where records go that this service cannot apply: {@code <topic>.<service>.dlq}, headers
 * untouched, the value sealed, with where they came from and why in {@code dead-letter-*} headers,
 * so that they can be replayed (see {@link Replay}).
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final MeterRegistry metrics;
    private final Sealing sealing;
    private final Alarms alarms;
    private final String service;

    DeadLetters(
            EventProducer producer,
            MeterRegistry metrics,
            Vault vault,
            Alarms alarms,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producer = producer;
        this.metrics = metrics;
        this.sealing = new Sealing(vault, Letter.COLUMN);
        this.alarms = alarms;
        this.service = service;
    }

    /**
     * Keeps the record aside; returns when the broker has it. A letter that is too large goes
     * without its value, if need be without anything but where it lies: it must not stop the
     * channel.
     *
     * @throws DeadLetterLost if the broker does not take it: the record must be tried again
     */
    void bury(ConsumerRecord<String, byte[]> message, String reason) throws InterruptedException {
        var letter = Letter.of(message, service, reason, sealing);
        if (!isTaken(letter) && !isTaken(letter.withoutValue()) && !isTaken(letter.bare())) {
            throw new DeadLetterLost(new RecordTooLargeException("not even without its value"));
        }
        metrics.counter("dead.letters", "topic", letter.origin()).increment();
        LOG.errorf(
                "dead letter topic=%s partition=%d offset=%d reason=%s",
                message.topic(), message.partition(), message.offset(), reason);
        alarms.report("DEAD_LETTER", letter.origin(), reason, letter.correlation());
    }

    /** False if it is too large. */
    private boolean isTaken(Letter letter) throws InterruptedException {
        try {
            producer.producer().send(letter.message()).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new DeadLetterLost(e.getCause());
        }
    }

    /** The dead letter itself could not be written. */
    static final class DeadLetterLost extends RuntimeException {
        DeadLetterLost(Throwable cause) {
            super(cause);
        }
    }
}
