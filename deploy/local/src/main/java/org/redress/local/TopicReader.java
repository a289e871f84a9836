package org.redress.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics with a consumer of its own, in no group. */
public final class TopicReader implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * Someone who reads what comes next.
     *
     * @throws KafkaException when Kafka does not answer
     * @throws IllegalArgumentException when there is no such topic
     */
    public TopicReader(KafkaLogin login, String... topics) {
        Map<String, Object> settings = new HashMap<>(login.settings());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Closing waits for the fetch under way, which waits this long for what does not come.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            partitions =
                    Arrays.stream(topics).flatMap(topic -> partitions(consumer, topic)).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Stream<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no topic " + topic);
        }
        return found.stream().map(one -> new TopicPartition(topic, one.partition()));
    }

    /** Goes back to the first messages that are still there. */
    public TopicReader fromBeginning() {
        consumer.seekToBeginning(partitions);
        return this;
    }

    /** What has come, or nothing after a moment. */
    public Iterable<ConsumerRecord<String, byte[]>> next() {
        return consumer.poll(POLL);
    }

    /** Hands over all that is there now. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> found) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            next().forEach(found);
        }
    }

    /** Ends a {@link #next} of another thread with a {@code WakeupException}. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
