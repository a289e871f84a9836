package org.redress.intake.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.WithIntake;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.SchemaExtremes.Extreme;
import org.redress.local.testing.TestTopics;

/** Whatever a contract allows at its limits can be shown of a case. */
@WithIntake
class EverythingAllowedIsStoredTest {

    @Inject ProgressEvents door;

    @ParameterizedTest
    @CsvSource({
        "redress.handling, escalation, case.assigned.v1, food-poisoning-handler-named",
        "redress.handling, escalation, case.progressed.v1, kettle-accepted",
        "redress.handling, escalation, case.resolved.v1, kettle",
        "redress.handling, escalation, case.reopened.v1, double-charge",
        "redress.handling, escalation, case.closed.v1, kettle",
        "redress.handling, escalation, clock.started.v1, kettle-first-response",
        "redress.handling, escalation, clock.warned.v1, kettle-first-response",
        "redress.handling, escalation, clock.breached.v1, food-poisoning-first-response",
        "redress.handling, escalation, clock.met.v1, kettle-first-response",
        "redress.assessments, triage, case.assessed.v1, kettle",
        "redress.deliveries, notification, message.sent.v1, kettle-customer-acknowledgment",
        "redress.deliveries, notification, message.failed.v1, food-poisoning-customer-acknowledgment"
    })
    void of_every_event_that_intake_reads(
            String topic, String owner, String event, String example) {
        // given
        List<Extreme> extremes = SchemaExtremes.of(owner + "/" + event, example);
        assertThat(extremes).isNotEmpty();
        Registered registered = aCase();

        // when
        for (Extreme extreme : extremes) {
            extreme.payload().put("caseId", registered.caseId());
            extreme.payload().put("recordedAt", Clock.systemUTC().instant().toString());
            received(topic)
                    .accept(
                            door,
                            records(
                                    topic,
                                    registered.caseId(),
                                    event,
                                    extreme.payload().toString()));
        }

        // then
        assertThat(TestTopics.read(topic + ".intake.dlq", registered.caseId()))
                .extracting(letter -> letter.attribute("id"))
                .isEmpty();
        agent().get(registered.path()).then().statusCode(200);
    }

    private static BiConsumer<ProgressEvents, ConsumerRecords<String, byte[]>> received(
            String topic) {
        return switch (topic) {
            case "redress.handling" -> ProgressEvents::onHandling;
            case "redress.assessments" -> ProgressEvents::onAssessments;
            case "redress.deliveries" -> ProgressEvents::onDeliveries;
            default -> throw new IllegalArgumentException(topic);
        };
    }

    private static ConsumerRecords<String, byte[]> records(
            String topic, String key, String event, String json) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(topic, 0, 0, key, json.getBytes(UTF_8));
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
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(topic, 0), new ArrayList<>(List.of(record))), Map.of());
    }
}
