package org.redress.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** {@code ./redress facts}: what the BI team has of the cases that changed last. */
final class FactsCommand implements Command {

    private static final String TOPIC = "redress.bi.case-facts";
    private static final int USUAL = 10;

    private final PrintStream out;

    FactsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public String help() {
        return "  facts [n]             the facts of the cases that changed last, as the BI team reads them";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() > 1
                || !arguments.stream().allMatch(word -> word.matches("[1-9]\\d{0,5}"))) {
            throw new Redress.WrongUse("facts takes a number, or nothing:");
        }
        int most = arguments.isEmpty() ? USUAL : Integer.parseInt(arguments.getFirst());
        KafkaLogin login =
                Platform.of(Platform.Settings.ofCheckout(), _ -> {}).kafka(KafkaLogin.BI);
        List<ConsumerRecord<String, byte[]>> all =
                read(login).values().stream()
                        .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                        .toList();
        if (all.isEmpty()) {
            out.println("There are no facts yet.");
        }
        newest(all, most)
                .forEach(fact -> out.println(new String(fact.value(), StandardCharsets.UTF_8)));
        return 0;
    }

    private static Stream<ConsumerRecord<String, byte[]>> newest(
            List<ConsumerRecord<String, byte[]>> all, int most) {
        return all.stream().skip(Math.max(0, all.size() - most));
    }

    /** The latest state of each case. */
    private static Map<String, ConsumerRecord<String, byte[]>> read(KafkaLogin login) {
        int port = Integer.parseInt(login.bootstrap().split(":", 2)[1]);
        if (!Ports.answers(port)) {
            throw new StartFailure(
                    "Kafka does not run on %s: ./redress up".formatted(login.bootstrap()));
        }
        Map<String, Object> settings = new HashMap<>(login.settings());
        Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(found -> new TopicPartition(TOPIC, found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(fact -> {
                            if (fact.value() != null) {
                                latest.put(fact.key(), fact);
                            }
                        });
            }
        }
        return latest;
    }
}
