package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.TestTopics;

/**
 * Whatever the contract lets be said of pages and alarms, one field at its limit at a time, is read
 * and applied: none of it becomes a dead letter.
 */
@WithEscalation
class EveryAnswerAllowedIsUnderstoodTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DELIVERIES = "redress.deliveries";
    private static final String ALARMS = "redress.alarms";

    @Inject Jdbi jdbi;

    /** Which variant each event was, by the event's id. */
    private final Map<String, String> said = new LinkedHashMap<>();

    @Test
    void of_a_page_to_a_manager() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        Map<String, Object> page = story.lastPage();
        Map<String, String> ours =
                Map.of(
                        "caseId", story.id(),
                        "caseNumber", story.number(),
                        "escalationId", story.escalationId(),
                        "pageId", page.get("pageId").toString(),
                        "personId", page.get("personId").toString());

        say(
                DELIVERIES,
                "notification/message.failed.v1",
                "food-poisoning-customer-acknowledgment",
                ours);
        say(DELIVERIES, "notification/message.sent.v1", "kettle-page-b-holder", ours);
        say(DELIVERIES, "notification/message.acknowledged.v1", "kettle", ours);

        assertAllUnderstood(DELIVERIES);
        story.view();
        assertThat(story.escalations().getFirst()).containsEntry("state", "ACKNOWLEDGED");
    }

    @Test
    void of_an_alarm_and_of_a_page_to_the_watch() {
        say(ALARMS, "common/alarm.reported.v1", "parked-too-long", Map.of());
        assertAllUnderstood(ALARMS);
        Map<String, Object> page = anyPageToTheWatch();
        Map<String, String> ours =
                Map.of(
                        "alertId", page.get("alert_id").toString(),
                        "pageId", page.get("page_id").toString(),
                        "personId", page.get("person").toString());

        say(DELIVERIES, "notification/alert-page.failed.v1", "dead-letter", ours);
        say(DELIVERIES, "notification/alert-page.acknowledged.v1", "dead-letter", ours);

        assertAllUnderstood(DELIVERIES);
    }

    /** All variants of the example, about what we know. */
    private void say(String topic, String event, String example, Map<String, String> ours) {
        String type = "redress." + event.substring(event.indexOf('/') + 1);
        String key = ours.getOrDefault("caseId", UUID.randomUUID().toString());
        for (SchemaExtremes.Extreme extreme : SchemaExtremes.of(event, example)) {
            ObjectNode payload = extreme.payload();
            ours.forEach((field, value) -> {
                if (payload.has(field)) {
                    payload.put(field, value);
                }
            });
            said.put(
                    TestTopics.publish(topic, key, type, payload.toString()),
                    type + ": " + extreme);
        }
    }

    private void assertAllUnderstood(String topic) {
        assertThat(said).hasSizeGreaterThan(10);
        await().atMost(LONG)
                .untilAsserted(() -> {
                    Map<String, String> missing = new LinkedHashMap<>(said);
                    received().forEach(missing::remove);
                    assertThat(missing.values()).isEmpty();
                });
        assertThat(TestTopics.read(topic + ".escalation.dlq"))
                .extracting(Message::key, letter -> said.get(letter.attribute("id")))
                .filteredOn(letter -> letter.toList().getLast() != null)
                .isEmpty();
    }

    private List<String> received() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select event_id from messaging.inbox where event_id = any(:ids)")
                        .bindArray("ids", String.class, List.copyOf(said.keySet()))
                        .mapTo(String.class)
                        .list());
    }

    private Map<String, Object> anyPageToTheWatch() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select page.alert_id, page.page_id, page.person
                                from alert_page page join alert on alert.id = page.alert_id
                                where alert.kind = 'PARKED_TOO_LONG' limit 1
                                """)
                        .mapToMap()
                        .first());
    }
}
