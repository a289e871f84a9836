package org.redress.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what is published on topics from now on, in a thread of its own, until it is closed. */
public final class Listener implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<ConsumerRecord<String, byte[]>> heard;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("listener").unstarted(this::run);

    private Listener(
            KafkaConsumer<String, byte[]> consumer,
            Consumer<ConsumerRecord<String, byte[]>> heard) {
        this.consumer = consumer;
        this.heard = heard;
    }

    /**
     * Begins with the next message that is published.
     *
     * @throws Failure when Kafka does not answer
     */
    public static Listener on(
            KafkaLogin login, List<String> topics, Consumer<ConsumerRecord<String, byte[]>> heard) {
        KafkaConsumer<String, byte[]> consumer = consumer(login);
        try {
            List<TopicPartition> partitions = assign(consumer, topics);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        } catch (KafkaException e) {
            consumer.close();
            throw new Failure("Kafka does not answer " + login + ".", e);
        }
        Listener listener = new Listener(consumer, heard);
        listener.thread.start();
        return listener;
    }

    /** Hands over all that is on the topic now. */
    static void readAll(
            KafkaLogin login, String topic, Consumer<ConsumerRecord<String, byte[]>> found) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(login)) {
            List<TopicPartition> partitions = assign(consumer, List.of(topic));
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found);
            }
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(KafkaLogin login) {
        return new KafkaConsumer<>(
                login.settings(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> assign(
            KafkaConsumer<String, byte[]> consumer, List<String> topics) {
        List<TopicPartition> partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic, ANSWER).stream())
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(heard);
            }
        } catch (WakeupException _) {
            // closed
        }
    }

    /** Returns when nothing is heard any more. */
    @Override
    public void close() {
        consumer.wakeup();
        Unchecked.run(thread::join);
    }
}
