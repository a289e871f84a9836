package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.redress.local.testing.TestTopics;

/** Records as no well-behaved producer makes them, and batches as one poll brings them. */
final class Envelopes {

    static final String MADE = "things.thing.made.v1";

    private static @Nullable KafkaProducer<String, byte[]> producer;

    private Envelopes() {}

    /** A well-formed envelope, to be spoilt. */
    static Map<String, @Nullable String> headers() {
        var headers = new HashMap<String, @Nullable String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UuidCreator.getTimeOrderedEpoch().toString());
        headers.put("ce_source", "/redress/test");
        headers.put("ce_type", MADE);
        headers.put("ce_time", Clock.systemUTC().instant().toString());
        headers.put("ce_mode", "REAL");
        return headers;
    }

    /** The same with one header otherwise; null is a header without a value. */
    static Map<String, @Nullable String> with(String header, @Nullable String value) {
        var headers = headers();
        headers.put(header, value);
        return headers;
    }

    static void send(
            String topic,
            @Nullable String key,
            Map<String, @Nullable String> headers,
            byte[] value) {
        try {
            producer().send(record(new ProducerRecord<>(topic, key, value), headers)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for all records: making it costs more than sending them. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            TestTopics.admin().settings(),
                            new StringSerializer(),
                            new ByteArraySerializer());
        }
        return producer;
    }

    /** Whoever reads topic {@code things} alone, with these reactions. */
    static Subscriptions subscribed(Subscription.Reaction... reactions) {
        return new Subscriptions(
                List.of(
                        new Subscription() {
                            @Override
                            public String topic() {
                                return "things";
                            }

                            @Override
                            public List<Reaction> reactions() {
                                return List.of(reactions);
                            }
                        }));
    }

    /** What one poll of topic {@code things} brought. */
    static ConsumerRecords<String, byte[]> poll(ConsumerRecord<?, ?>... records) {
        @SuppressWarnings("unchecked")
        var all =
                Arrays.stream(records)
                        .map(each -> (ConsumerRecord<String, byte[]>) each)
                        .collect(Collectors.toList());
        return new ConsumerRecords<>(
                Map.of(new TopicPartition("things", 0), List.copyOf(all)), Map.of());
    }

    /** A thing of this name, as it comes from topic {@code things}. */
    static ConsumerRecord<String, byte[]> thing(String key, String name) {
        var record =
                new ConsumerRecord<>(
                        "things", 0, 0L, key, "{\"name\": \"%s\"}".formatted(name).getBytes(UTF_8));
        headers().forEach((header, value) -> record.headers().add(header, bytes(value)));
        return record;
    }

    private static ProducerRecord<String, byte[]> record(
            ProducerRecord<String, byte[]> record, Map<String, @Nullable String> headers) {
        headers.forEach((header, value) -> record.headers().add(header, bytes(value)));
        return record;
    }

    private static byte @Nullable [] bytes(@Nullable String value) {
        return value == null ? null : value.getBytes(UTF_8);
    }
}
