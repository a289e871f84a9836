package org.redress.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/**
 * Shows how many dead letters no {@link Replay} has come to yet, in the metric {@code
 * dead.letters.waiting} by the topic that they came from. It looks by itself, with the group of the
 * replays, which it never joins.
 */
@ApplicationScoped
class DeadLetterWatch {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int ANSWER_WITHIN_MS = 10_000;

    private final Set<String> origins;
    private final Map<String, Object> broker;
    private final String service;
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private @Nullable Loop loop;
    private @Nullable Consumer<byte[], byte[]> consumer;

    DeadLetterWatch(
            Subscriptions subscriptions,
            @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.origins = subscriptions.topics();
        this.broker = broker.get();
        this.service = service;
    }

    void start(@Observes StartupEvent event, Loops loops, MeterRegistry metrics) {
        for (var origin : origins) {
            Gauge.builder("dead.letters.waiting", waiting, all -> all.getOrDefault(origin, 0L))
                    .description("Dead letters that no replay has come to yet")
                    .tag("topic", origin)
                    .register(metrics);
        }
        loop = loops.startOnOwnThread("dead-letter-watch", this::look);
    }

    /** Counts anew; tells how long that will do. */
    synchronized Duration look() {
        var reading = connected();
        var topics = reading.listTopics();
        for (var origin : origins) {
            var partitions =
                    topics.getOrDefault(Letter.topic(origin, service), List.of()).stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            waiting.put(origin, waiting(reading, partitions));
        }
        return EVERY;
    }

    private static long waiting(Consumer<?, ?> reading, List<TopicPartition> partitions) {
        var begins = reading.beginningOffsets(partitions);
        var ends = reading.endOffsets(partitions);
        var replayed = reading.committed(Set.copyOf(partitions));
        return partitions.stream()
                .mapToLong(each -> {
                    var next = replayed.get(each);
                    long from = next == null ? 0 : next.offset();
                    return Math.max(0, ends.get(each) - Math.max(from, begins.get(each)));
                })
                .sum();
    }

    private Consumer<byte[], byte[]> connected() {
        var before = consumer;
        if (before != null) {
            return before;
        }
        var config = new HashMap<>(broker);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, Replay.group(service));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        var fresh =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = fresh;
        return fresh;
    }

    @PreDestroy
    void close() throws InterruptedException {
        var looking = loop;
        if (looking != null) {
            looking.stop(Duration.ofSeconds(1));
        }
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
            synchronized (this) {
                reading.close();
            }
        }
    }
}
