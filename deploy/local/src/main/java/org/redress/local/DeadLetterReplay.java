package org.redress.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes dead letters again to the topic that they came from, with their key, value and own
 * headers. A consumer group remembers how far it came, so that none is replayed twice; and events
 * that another service had applied are recognised there by their id.
 */
final class DeadLetterReplay {

    private static final String GROUP = "redress-replay";
    private static final String PREFIX = "dead-letter-";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaLogin login;

    DeadLetterReplay(KafkaLogin login) {
        this.login = login;
    }

    /**
     * What became of the dead letters that were new.
     *
     * @param replayed how many went to which topic
     * @param homeless how many do not say where they came from; they stay where they are
     */
    record Counts(Map<String, Integer> replayed, int homeless) {

        int total() {
            return homeless + replayed.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Replays what is on the topic now.
     *
     * @throws StartFailure when there is no such topic, or no broker
     */
    Counts of(String deadLetters) {
        Map<String, Integer> replayed = new TreeMap<>();
        int homeless = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            List<TopicPartition> partitions = partitions(consumer, deadLetters);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!isAt(ends, consumer)) {
                List<Future<?>> sent = new ArrayList<>();
                ConsumerRecords<byte[], byte[]> letters = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> letter : letters) {
                    Optional<String> origin = origin(letter);
                    if (origin.isEmpty()) {
                        homeless++;
                        continue;
                    }
                    sent.add(producer.send(revived(letter, origin.get())));
                    replayed.merge(origin.get(), 1, Integer::sum);
                }
                await(sent);
                consumer.commitSync();
            }
        }
        return new Counts(replayed, homeless);
    }

    private static ProducerRecord<byte[], byte[]> revived(
            ConsumerRecord<byte[], byte[]> letter, String origin) {
        ProducerRecord<byte[], byte[]> revived =
                new ProducerRecord<>(origin, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                revived.headers().add(header);
            }
        }
        return revived;
    }

    private static Optional<String> origin(ConsumerRecord<byte[], byte[]> letter) {
        return Optional.ofNullable(letter.headers().lastHeader(PREFIX + "topic"))
                .map(header -> new String(header.value(), UTF_8));
    }

    private static boolean isAt(
            Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        String bootstrap = login.bootstrap();
        int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
        if (!Ports.answers(port)) {
            throw new StartFailure("Kafka does not run on " + bootstrap + ": ./redress up");
        }
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(found -> new TopicPartition(topic, found.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new StartFailure("There is no topic " + topic + ".");
        }
        return partitions;
    }

    private static void await(List<Future<?>> sent) {
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new StartFailure("Kafka did not take a dead letter: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The replay was broken off.", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                settings(
                        Map.of(
                                "group.id", GROUP,
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "earliest",
                                "allow.auto.create.topics", "false")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                settings(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(login.settings());
        settings.putAll(more);
        return settings;
    }
}
