package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters once more to the one service that could not apply them: to {@code
 * <topic>.<service>.retry}, which nobody else reads. It runs in the service's own image with the
 * service's own settings and as its own user; it opens the letters with the service's keys, so an
 * erased one stays erased. What had its effect already is known there by its id.
 *
 * <p>{@code java -cp 'lib/boot/*:lib/main/*:app/*' org.redress.platform.messaging.Replay --service
 * <name>}
 */
public final class Replay {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FAILED = 3;
    private static final int MISUNDERSTOOD = 2;

    private final ReplayOrder order;
    private final ReplaySettings settings;
    private final Sealing sealing;
    private final PrintStream out;
    private int replayed;
    private int impossible;

    private Replay(ReplayOrder order, ReplaySettings settings, PrintStream out) {
        this.order = order;
        this.settings = settings;
        this.sealing = new Sealing(settings.vault(), Letter.COLUMN);
        this.out = out;
    }

    /** Replays; see {@code --help}. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(System.out, Map.of(), arguments));
    }

    /** As {@link #main}, with settings that win over all others; the answer is the exit status. */
    static int run(PrintStream out, Map<String, String> overrides, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.println(ReplayOrder.USAGE);
            return 0;
        }
        try {
            var order = ReplayOrder.parse(arguments);
            return new Replay(order, ReplaySettings.of(order.service(), overrides), out).all();
        } catch (ReplayOrder.Misunderstood e) {
            out.println(e.getMessage() + "\n\n" + ReplayOrder.USAGE);
            return MISUNDERSTOOD;
        } catch (RuntimeException | ExecutionException e) {
            out.println("The replay failed: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int all() throws ExecutionException, InterruptedException {
        try (var consumer = consumer();
                var producer = producer()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            if (order.isPartial()) {
                consumer.seekToBeginning(partitions);
            }
            while (!isAt(ends, consumer)) {
                var sent = new ArrayList<Future<?>>();
                for (var letter : consumer.poll(POLL)) {
                    replay(letter, producer, sent);
                }
                for (var one : sent) {
                    one.get();
                }
                if (order.isRemembered()) {
                    consumer.commitSync();
                }
            }
        }
        var outcome =
                "%d %s, %d cannot be replayed"
                        .formatted(
                                replayed,
                                order.dryRun() ? "would be replayed" : "replayed",
                                impossible);
        out.println(outcome);
        if (!order.dryRun()) {
            audit(outcome);
        }
        return impossible == 0 ? 0 : 1;
    }

    /** Neither key nor reason: either may hold what somebody wrote. */
    private void audit(String outcome) {
        var target = order.topics().isEmpty() ? "all" : String.join(",", order.topics());
        JobAudit.print(order.service(), "replay", target, outcome);
    }

    private void replay(
            ConsumerRecord<String, byte[]> letter,
            Producer<String, byte[]> producer,
            List<Future<?>> sent) {
        var reason = Letter.text(letter.headers(), Letter.REASON);
        if (!order.isMeant(letter.key(), reason)) {
            return;
        }
        var obstacle = obstacle(letter);
        if (obstacle != null) {
            impossible++;
            tell(letter, obstacle);
            return;
        }
        replayed++;
        var again = again(letter, String.valueOf(Letter.text(letter.headers(), Letter.TOPIC)));
        if (!order.dryRun()) {
            sent.add(producer.send(again));
        }
        tell(letter, "goes to " + again.topic());
    }

    /** Why it cannot be replayed, or null. */
    private @Nullable String obstacle(ConsumerRecord<String, byte[]> letter) {
        if (Letter.text(letter.headers(), Letter.TOPIC) == null) {
            return "does not say where it came from";
        }
        var value = Letter.text(letter.headers(), Letter.VALUE);
        if ("too-large".equals(value)) {
            return "was too large to be kept; it lay at " + place(letter);
        }
        try {
            return "erased".equals(value) || (letter.value() != null && opened(letter) == null)
                    ? "erased"
                    : null;
        } catch (IllegalStateException e) {
            return "cannot be opened: " + e.getMessage();
        }
    }

    private ProducerRecord<String, byte[]> again(
            ConsumerRecord<String, byte[]> letter, String topic) {
        var again =
                new ProducerRecord<>(
                        Letter.retryTopic(topic, order.service()), letter.key(), opened(letter));
        for (var header : letter.headers()) {
            if (!header.key().startsWith(Letter.PREFIX)) {
                again.headers().add(header);
            }
        }
        for (var name : List.of(Letter.TOPIC, Letter.PARTITION, Letter.OFFSET)) {
            var value = Letter.text(letter.headers(), name);
            if (value != null) {
                again.headers().add(name, value.getBytes(UTF_8));
            }
        }
        return again;
    }

    /** The value; one from before letters were sealed is as it is. */
    private byte @Nullable [] opened(ConsumerRecord<String, byte[]> letter) {
        var subject = Sealing.uuid(Letter.text(letter.headers(), Letter.SEALED_FOR));
        return subject == null ? letter.value() : sealing.open(subject, letter.value());
    }

    private void tell(ConsumerRecord<String, byte[]> letter, String what) {
        out.println(
                printable(
                        "%s %d key=%s type=%s reason='%s': %s"
                                .formatted(
                                        letter.topic(),
                                        letter.offset(),
                                        letter.key(),
                                        Letter.text(letter.headers(), "ce_type"),
                                        Letter.text(letter.headers(), Letter.REASON),
                                        what)));
    }

    private static String place(ConsumerRecord<String, byte[]> letter) {
        return "%s-%s offset %s"
                .formatted(
                        Letter.text(letter.headers(), Letter.TOPIC),
                        Letter.text(letter.headers(), Letter.PARTITION),
                        Letter.text(letter.headers(), Letter.OFFSET));
    }

    /** Whoever wrote the letter does not write to the operator's terminal. */
    private static String printable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        var found =
                consumer.listTopics().entrySet().stream()
                        .filter(topic -> order.isMeant(topic.getKey()))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        if (found.isEmpty()) {
            throw new ReplayOrder.Misunderstood(
                    "There are no such dead letters of " + order.service() + ".");
        }
        return found;
    }

    private static boolean isAt(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** The group under which the replays of a service remember how far they came. */
    static String group(String service) {
        return service + ".replay";
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group(order.service()));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        // What lies there comes at once, and the end need not wait for what does not come.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<String, byte[]> producer() {
        var config = new HashMap<>(settings.kafka());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
}
