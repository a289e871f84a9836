package org.redress.intake.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.WithIntake;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.SchemaExtremes.Extreme;
import org.redress.local.testing.TestTopics;
import org.redress.platform.messaging.Inbox;

/** Whatever a contract allows at its limits can be shown of a case. */
@WithIntake
class EverythingAllowedIsStoredTest {

    /** What tells the newer of two. */
    private static final Set<String> NEWNESS = Set.of("version", "revision", "attempt");

    @Inject Inbox inbox;

    @Inject Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({
        "redress.handling, escalation, case.assigned.v1, food-poisoning-handler-named, live_handling",
        "redress.handling, escalation, case.progressed.v1, kettle-accepted, live_handling",
        "redress.handling, escalation, case.resolved.v1, kettle, live_handling",
        "redress.handling, escalation, case.reopened.v1, double-charge, live_handling",
        "redress.handling, escalation, case.closed.v1, kettle, live_handling",
        "redress.handling, escalation, clock.started.v1, kettle-first-response, live_clock",
        "redress.handling, escalation, clock.warned.v1, kettle-first-response, live_clock",
        "redress.handling, escalation, clock.breached.v1, food-poisoning-first-response, live_clock",
        "redress.handling, escalation, clock.met.v1, kettle-first-response, live_clock",
        "redress.assessments, triage, case.assessed.v1, kettle, live_assessment",
        "redress.deliveries, notification, message.sent.v1, kettle-customer-acknowledgment, live_delivery",
        "redress.deliveries, notification, message.failed.v1, food-poisoning-customer-acknowledgment, live_delivery"
    })
    void of_every_event_that_intake_reads(
            String topic, String owner, String event, String example, String table) {
        // given
        List<Extreme> extremes = SchemaExtremes.of(owner + "/" + event, example);
        assertThat(extremes).isNotEmpty();
        Registered registered = aCase();

        // when
        inbox.receive("events", records(topic, registered.caseId(), event, extremes));

        // then
        assertThat(TestTopics.read(topic + ".intake.dlq", registered.caseId()))
                .extracting(letter -> letter.attribute("id"))
                .isEmpty();
        assertThat(rows(table, registered)).isPositive();
        agent().get(registered.path()).then().statusCode(200);
    }

    private long rows(String table, Registered registered) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from <table> where case_id = :id")
                        .define("table", table)
                        .bind("id", UUID.fromString(registered.caseId()))
                        .mapTo(long.class)
                        .one());
    }

    /** One batch with all of them, each newer than before: whichever can't be stored is buried. */
    private static ConsumerRecords<String, byte[]> records(
            String topic, String key, String event, List<Extreme> extremes) {
        List<Extreme> newestLast =
                extremes.stream()
                        .sorted(comparing(extreme -> NEWNESS.contains(extreme.field())))
                        .toList();
        List<ConsumerRecord<String, byte[]>> batch =
                IntStream.range(0, newestLast.size())
                        .mapToObj(i -> record(topic, i, key, event, newestLast.get(i)))
                        .toList();
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(topic, 0), new ArrayList<>(batch)), Map.of());
    }

    private static ConsumerRecord<String, byte[]> record(
            String topic, int offset, String key, String event, Extreme extreme) {
        ObjectNode payload = extreme.payload();
        payload.put("caseId", key);
        NEWNESS.stream()
                .filter(name -> payload.has(name) && !name.equals(extreme.field()))
                .forEach(name -> payload.put(name, offset + 1));
        payload.put("recordedAt", Clock.systemUTC().instant().toString());
        Stream.of("clockId", "messageId")
                .filter(payload::has)
                .forEach(id -> payload.put(id, UUID.randomUUID().toString()));
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(topic, 0, offset, key, payload.toString().getBytes(UTF_8));
        Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/redress/test",
                        "ce_type",
                        "redress." + event,
                        "ce_time",
                        Clock.systemUTC().instant().toString(),
                        "ce_mode",
                        "REAL",
                        "ce_correlationid",
                        key)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
