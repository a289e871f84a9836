package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where records go that this service cannot apply: {@code <topic>.<service>.dlq}, value and headers
 * untouched, with where they came from and why in {@code dead-letter-*} headers, so that they can
 * be replayed.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            EventProducer producer,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producer = producer;
        this.metrics = metrics;
        this.service = service;
    }

    /**
     * Keeps the record aside; returns when the broker has it.
     *
     * @throws DeadLetterLost if the broker does not take it: the record must be tried again
     */
    void bury(ConsumerRecord<String, byte[]> message, String reason) throws InterruptedException {
        var letter =
                new ProducerRecord<>(
                        "%s.%s.dlq".formatted(message.topic(), service),
                        message.key(),
                        message.value());
        message.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("dead-letter-topic", message.topic().getBytes(UTF_8))
                .add("dead-letter-partition", Integer.toString(message.partition()).getBytes(UTF_8))
                .add("dead-letter-offset", Long.toString(message.offset()).getBytes(UTF_8))
                .add("dead-letter-reason", reason.getBytes(UTF_8));
        try {
            producer.producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new DeadLetterLost(e.getCause());
        }
        metrics.counter("dead.letters", "topic", message.topic()).increment();
        LOG.errorf(
                "dead letter topic=%s partition=%d offset=%d reason=%s",
                message.topic(), message.partition(), message.offset(), reason);
    }

    /** The dead letter itself could not be written. */
    static final class DeadLetterLost extends RuntimeException {
        DeadLetterLost(Throwable cause) {
            super(cause);
        }
    }
}
