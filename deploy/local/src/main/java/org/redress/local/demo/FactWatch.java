package org.redress.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.redress.local.KafkaLogin;

/** Reads {@code redress.bi.case-facts} as a BI team would, from now on. */
final class FactWatch implements AutoCloseable {

    private static final String TOPIC = "redress.bi.case-facts";
    private static final Duration POLL = Duration.ofMillis(200);
    // Held here, for a logger that nobody holds forgets its level.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final KafkaConsumer<String, byte[]> consumer;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Thread reader;

    /**
     * The facts of one case.
     *
     * @param firstAt when its first one was here
     * @param closedAt when the first one was here that says that the case is closed
     */
    record Seen(Instant firstAt, Optional<Instant> closedAt, Fact latest) {

        static Seen of(Fact fact, Instant now) {
            return new Seen(now, Optional.of(now).filter(_ -> fact.isClosed()), fact);
        }

        Seen and(Seen later) {
            return new Seen(firstAt, closedAt.or(later::closedAt), later.latest());
        }
    }

    private FactWatch(KafkaConsumer<String, byte[]> consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.reader = Thread.ofPlatform().daemon().name("facts").unstarted(this::read);
    }

    /** Begins with the next fact that is published. */
    static FactWatch from(KafkaLogin kafka, InstantSource clock) {
        KAFKA.setLevel(Level.SEVERE);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        kafka.settings(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC, Duration.ofSeconds(10)).stream()
                            .map(found -> new TopicPartition(TOPIC, found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        } catch (KafkaException e) {
            consumer.close();
            throw new DemoFailure("Kafka does not answer " + kafka + ".", e);
        }
        FactWatch watch = new FactWatch(consumer, clock);
        watch.reader.start();
        return watch;
    }

    /** What came of this case so far. */
    Optional<Seen> of(String caseId) {
        return Optional.ofNullable(seen.get(caseId));
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::note);
            }
        } catch (WakeupException _) {
            // closed
        }
    }

    private void note(ConsumerRecord<String, byte[]> found) {
        if (found.value() == null) {
            return;
        }
        seen.merge(found.key(), Seen.of(fact(found.value()), clock.instant()), Seen::and);
    }

    private static Fact fact(byte[] value) {
        try {
            return Fact.of(Api.JSON.readTree(value));
        } catch (IOException e) {
            throw new DemoFailure("What is on " + TOPIC + " is no JSON.", e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
