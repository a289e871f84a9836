package org.redress.local.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.redress.local.KafkaLogin;
import org.redress.local.TopicReader;
import org.redress.local.Topics;

/** Writes to and reads from the topics of the broker that {@link LocalInfrastructure} started. */
public final class TestTopics {

    private static final String BOOTSTRAP = "redress.test.kafka";
    private static final String PASSWORD = "redress.test.kafka.password";

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static @Nullable KafkaProducer<String, byte[]> producer;
    private static String producersBootstrap = "";

    private TestTopics() {}

    /**
     * From now on all of this is about that broker. Quarkus may load the test and its resources by
     * different class loaders; what both know are the JDK's properties.
     */
    public static void use(KafkaLogin admin) {
        System.setProperty(BOOTSTRAP, admin.bootstrap());
        System.setProperty(PASSWORD, admin.password());
    }

    /** The broker's user who may do everything. */
    public static KafkaLogin admin() {
        String bootstrap = System.getProperty(BOOTSTRAP);
        if (bootstrap == null) {
            throw new IllegalStateException("No broker was started for this test run");
        }
        return new KafkaLogin(bootstrap, KafkaLogin.ADMIN, System.getProperty(PASSWORD));
    }

    /** Creates a topic that is not in the contract. */
    public static void create(String topic, int partitions) {
        Topics.of(topic, partitions).createOn(admin());
    }

    /** Publishes a CloudEvent of mode REAL with a new id and returns that id. */
    public static String publish(String topic, String key, String type, String json) {
        return publish(topic, key, type, Map.of("mode", "REAL", "correlationid", key), json);
    }

    /**
     * Publishes a CloudEvent in binary mode and returns its id.
     *
     * @param attributes extensions, and whatever attribute the test wants other than by default:
     *     names without the prefix {@code ce_}
     * @param json null publishes a tombstone
     */
    public static String publish(
            String topic,
            String key,
            String type,
            Map<String, String> attributes,
            @Nullable String json) {
        Map<String, String> event = new HashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "/redress/test");
        event.put("type", type);
        event.put("time", Clock.systemUTC().instant().toString());
        event.putAll(attributes);
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        event.forEach((name, value) -> headers.put("ce_" + name, value));
        publishRaw(
                topic, key, headers, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
        return event.get("id");
    }

    /** Publishes a record as it is, rubbish included, and returns when the broker has it. */
    public static void publishRaw(
            String topic, String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach(
                (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for all records: making it costs more than sending them. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        var bootstrap = admin().bootstrap();
        if (producer == null || !bootstrap.equals(producersBootstrap)) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            producer =
                    new KafkaProducer<>(
                            admin().settings(), new StringSerializer(), new ByteArraySerializer());
            producersBootstrap = bootstrap;
        }
        return producer;
    }

    /** All that is on the topic now, in order within each partition. */
    public static List<Message> read(String topic) {
        List<Message> all = new ArrayList<>();
        try (TopicReader reader = new TopicReader(admin(), topic).fromBeginning()) {
            reader.readToEnd(found -> all.add(Message.of(found)));
        }
        return all;
    }

    /** All that is on the topic now with this key, in order. */
    public static List<Message> read(String topic, String key) {
        return read(topic).stream().filter(message -> key.equals(message.key())).toList();
    }

    /** Waits for an event of this type with this key; it may be on the topic already. */
    public static Message await(String topic, String key, String type) {
        return await(topic, message -> key.equals(message.key()) && type.equals(message.type()));
    }

    /**
     * Waits for the first message that fits, from the beginning of the topic.
     *
     * @throws AssertionError when there is none within 15 seconds; it tells what was there
     */
    public static Message await(String topic, Predicate<Message> fits) {
        List<Message> seen = new ArrayList<>();
        long endsAt = System.nanoTime() + LIMIT.toNanos();
        try (TopicReader reader = new TopicReader(admin(), topic).fromBeginning()) {
            while (System.nanoTime() - endsAt < 0) {
                for (var found : reader.next()) {
                    Message message = Message.of(found);
                    if (fits.test(message)) {
                        return message;
                    }
                    seen.add(message);
                }
            }
        }
        throw new AssertionError(
                "Nothing that fits came to " + topic + " within " + LIMIT + ". There was: " + seen);
    }
}
