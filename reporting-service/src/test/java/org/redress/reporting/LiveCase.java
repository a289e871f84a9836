package org.redress.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.EventType;

/** A case of its own for each test, told on the topics in the words of the golden examples. */
public final class LiveCase {
    private static final AtomicInteger SEQUENCE = new AtomicInteger(50_000);

    private final String caseId = UuidCreator.getTimeOrderedEpoch().toString();
    private final String number = nextNumber();
    private final String mode;
    private final Duration later;

    private LiveCase(String mode, Duration later) {
        this.mode = mode;
        this.later = later;
    }

    public static LiveCase ofToday() {
        return new LiveCase("REAL", Duration.ZERO);
    }

    /** A case whose events happened so many days earlier than in the examples. */
    public static LiveCase daysEarlier(long days) {
        return new LiveCase("REAL", Duration.ofDays(-days));
    }

    public static LiveCase ofADrill(long days) {
        return new LiveCase("DRILL", Duration.ofDays(-days));
    }

    public String caseId() {
        return caseId;
    }

    public String number() {
        return number;
    }

    /** Publishes the example, such as {@code kettle}, of this event as one of this case. */
    public LiveCase tells(EventType type, String example) {
        return tells(type, example, _ -> {});
    }

    public LiveCase tells(EventType type, String example, Consumer<ObjectNode> change) {
        var payload = payload(type, example, change);
        TestTopics.publish(
                topic(type),
                key(payload),
                type.type(),
                Map.of("mode", mode, "correlationid", caseId),
                payload.toString());
        return this;
    }

    /** The same as a record that the test itself hands to the consumer. */
    public ConsumerRecord<String, byte[]> consumed(EventType type, String example, long offset) {
        return consumed(type, payload(type, example, _ -> {}), offset);
    }

    /** Any payload of this event as a record of this case. */
    public ConsumerRecord<String, byte[]> consumed(
            EventType type, ObjectNode payload, long offset) {
        payload.put("caseId", caseId).put("caseNumber", number);
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        "ce_source",
                        "/redress/test",
                        "ce_type",
                        type.type(),
                        "ce_mode",
                        mode,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        var value = payload.toString().getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic(type),
                0,
                offset,
                Instant.parse(payload.get("recordedAt").asText()).toEpochMilli(),
                TimestampType.CREATE_TIME,
                caseId.length(),
                value.length,
                key(payload),
                value,
                headers,
                Optional.empty());
    }

    /** The fact that fits, as soon as it is published. */
    public Message awaitFact(Predicate<JsonNode> fits) {
        return TestTopics.await(
                "redress.bi.case-facts",
                message -> caseId.equals(message.key()) && fits.test(message.json()));
    }

    public List<Message> facts() {
        return TestTopics.read("redress.bi.case-facts", caseId);
    }

    private ObjectNode payload(EventType type, String example, Consumer<ObjectNode> change) {
        var payload = Contract.of(type.type()).example(example);
        payload.put("caseId", caseId).put("caseNumber", number);
        for (var field : new String[] {"occurredAt", "recordedAt"}) {
            payload.put(field, Instant.parse(payload.get(field).asText()).plus(later).toString());
        }
        change.accept(payload);
        return payload;
    }

    private String key(ObjectNode payload) {
        return payload.has("messageId") ? payload.get("messageId").asText() : caseId;
    }

    private static String topic(EventType type) {
        if (type.compareTo(EventType.ASSESSED) < 0) {
            return "redress.cases";
        }
        if (type == EventType.ASSESSED) {
            return "redress.assessments";
        }
        return type.compareTo(EventType.MESSAGE_SENT) < 0
                ? "redress.handling"
                : "redress.deliveries";
    }

    private static String nextNumber() {
        var sequence = "C-20261121-" + SEQUENCE.incrementAndGet();
        return IntStream.range(0, 10)
                .mapToObj(digit -> sequence + digit)
                .filter(LiveCase::isValid)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isValid(String number) {
        try {
            return new CaseNumber(number).value().equals(number);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
