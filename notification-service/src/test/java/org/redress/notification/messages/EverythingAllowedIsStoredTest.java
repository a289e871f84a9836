package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

/** Whatever the contracts allow to be told can be read and kept here. */
@WithNotification
class EverythingAllowedIsStoredTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject Jdbi jdbi;

    @Test
    void any_case_and_any_judgment_of_it() {
        // when
        var cases = new ArrayList<String>();
        for (var extreme : SchemaExtremes.of("intake/case.registered.v1", "kettle")) {
            cases.add(tell("redress.cases", "redress.case.registered.v1", extreme.payload()));
        }
        var judged = new ArrayList<String>();
        for (var extreme : SchemaExtremes.of("triage/case.assessed.v1", "kettle")) {
            judged.add(tell("redress.assessments", "redress.case.assessed.v1", extreme.payload()));
        }

        // then
        assertThat(cases).isNotEmpty();
        awaitCount("select count(*) from customer_case where case_id::text = any(:ids)", cases);
        awaitCount("select count(*) from assessment where case_id::text = any(:ids)", judged);
    }

    @Test
    void any_page_and_any_resolution() {
        // when
        var pages = new ArrayList<String>();
        for (var extreme :
                SchemaExtremes.of("escalation/escalation.raised.v1", "kettle-a-holder")) {
            var payload = extreme.payload();
            payload.put("pageId", Story.id());
            payload.put("escalationId", Story.id());
            payload.put("personId", "nobody.known");
            pages.add(tell("redress.handling", "redress.escalation.raised.v1", payload));
        }
        var resolved = new ArrayList<String>();
        for (var extreme : SchemaExtremes.of("escalation/case.resolved.v1", "kettle")) {
            resolved.add(tell("redress.handling", "redress.case.resolved.v1", extreme.payload()));
        }

        // then
        awaitCount(
                "select count(*) from message where case_id::text = any(:ids) and page is not null",
                pages);
        awaitCount("select count(*) from case_end where case_id::text = any(:ids)", resolved);
    }

    /** What changes what is kept, or tells whoever was called, each where there may be nothing. */
    @ParameterizedTest
    @CsvSource({
        "redress.cases, intake, case.corrected.v1, kettle",
        "redress.cases, intake, case.withdrawn.v1, late-parcel",
        "redress.customers, intake, customer.snapshot.v1, kettle",
        "redress.handling, escalation, case.closed.v1, kettle",
        "redress.handling, escalation, escalation.acknowledged.v1, kettle",
        "redress.handling, escalation, escalation.settled.v1, kettle-resolved",
        "redress.organisation, escalation, person.snapshot.v1, holder",
        "redress.alerts, escalation, alert.paged.v1, dead-letter",
        "redress.alerts, escalation, alert.settled.v1, dead-letter"
    })
    void any_news_is_understood(String topic, String owner, String event, String example) {
        // when
        var told = new ArrayList<String>();
        for (var extreme : SchemaExtremes.of(owner + "/" + event, example)) {
            told.add(news(topic, "redress." + event, extreme.payload()));
        }

        // then
        assertThat(told).hasSizeGreaterThan(3);
        awaitCount("select count(*) from messaging.inbox where event_id = any(:ids)", told);
        assertThat(TestTopics.read(topic + ".notification.dlq"))
                .extracting(letter -> letter.attribute("id"))
                .doesNotContainAnyElementsOf(told);
    }

    /** Of a case, a customer and a page of its own; the id of the event. */
    private static String news(String topic, String type, ObjectNode event) {
        for (var id : List.of("caseId", "customerId", "alertId", "pageId", "escalationId")) {
            if (event.has(id)) {
                event.put(id, Story.id());
            }
        }
        if (event.has("personId")) {
            event.put("personId", "nobody.known");
        }
        return TestTopics.publish(topic, Story.id(), type, event.toString());
    }

    private static String tell(String topic, String type, ObjectNode event) {
        var caseId = Story.id();
        event.put("caseId", caseId);
        TestTopics.publish(
                topic,
                caseId,
                type,
                Map.of("mode", "REAL", "correlationid", caseId),
                event.toString());
        return caseId;
    }

    private void awaitCount(String query, List<String> ids) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(count(query, ids)).isEqualTo(ids.size()));
    }

    private int count(String query, List<String> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query)
                        .bindArray("ids", String.class, ids)
                        .mapTo(Integer.class)
                        .one());
    }
}
