package org.redress.escalation.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Contract;
import org.redress.platform.web.Cursor;
import org.threeten.extra.MutableClock;

/** Each test has a thing of its own, since an alert covers one thing. */
@WithEscalation
class WhatGoesWrongReachesTheWatchTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    /** The watch is called until somebody answers: each time the clock is moved, by all of them. */
    @BeforeEach
    void what_other_tests_left_to_the_watch_calls_nobody() {
        jdbi.useHandle(handle -> handle.execute("update alert set next_at = null"));
    }

    @Test
    void a_dead_letter_pages_who_holds_the_watch_once_however_often_it_is_told() {
        var thing = "redress.cases." + UUID.randomUUID();

        report("DEAD_LETTER", thing);
        report("DEAD_LETTER", thing);
        report("DEAD_LETTER", thing);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(alert(thing)).containsEntry("count", 3));
        assertThat(pages(thing)).hasSize(1);
        assertThat(pages(thing).getFirst().json().path("personId").asText()).isEqualTo("sun.hao");
        assertThat(Contract.of("redress.alert.paged.v1").faults(pages(thing).getFirst().text()))
                .isEmpty();
    }

    @Test
    void the_link_in_the_mail_stops_every_further_page() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);

        acknowledge(thing, "sun.hao");

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(alert(thing)).containsEntry("state", "ACKNOWLEDGED"));
        pass(Duration.ofMinutes(30));
        assertThat(pages(thing)).hasSize(1);

        var settled =
                TestTopics.await(
                        "redress.alerts",
                        String.valueOf(alert(thing).get("alertId")),
                        "redress.alert.settled.v1");
        assertThat(Contract.of("redress.alert.settled.v1").faults(settled.text())).isEmpty();
        assertThat(settled.json().path("outcome").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(settled.json().path("personId").asText()).isEqualTo("sun.hao");
        assertThat(settled.json().path("pages")).hasSize(1);
    }

    @Test
    void the_word_of_somebody_who_was_not_paged_counts_for_nothing() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);

        var key = acknowledge(thing, "wang.fang");

        TestTopics.await(
                "redress.deliveries.escalation.dlq", key, "redress.alert-page.acknowledged.v1");
        assertThat(alert(thing)).containsEntry("state", "RUNNING");
    }

    @Test
    void nobody_answers_and_so_the_deputy_is_paged() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);

        pass(Duration.ofMinutes(10));

        await().atMost(BOUND).until(() -> pages(thing).size() == 2);
        assertThat(pages(thing).getLast().json().path("personId").asText()).isEqualTo("liu.qiang");
    }

    @Test
    void a_page_that_will_never_arrive_goes_to_the_deputy_at_once() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);
        var page = pages(thing).getFirst().json();

        TestTopics.publish(
                "redress.deliveries",
                UUID.randomUUID().toString(),
                "redress.alert-page.failed.v1",
                """
                {%s "messageId": "%s", "pageId": "%s", "alertId": "%s", "personId": "sun.hao", "reason": "550"}
                """
                        .formatted(
                                common(),
                                UUID.randomUUID(),
                                page.path("pageId").asText(),
                                page.path("alertId").asText()));

        await().atMost(BOUND).until(() -> pages(thing).size() == 2);
    }

    @Test
    void an_escalation_that_nobody_answered_reaches_the_watch() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        String unanswered = story.escalationId();

        for (int i = 0; i < 30; i++) {
            pass(Duration.ofMinutes(5));
        }

        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(alert(story.number()))
                                .containsEntry("kind", "ESCALATION_EXHAUSTED"));
        assertThat(alert(story.number())).containsEntry("caseId", story.id());
        assertThat(pages(story.number()).getFirst().attribute("correlationid"))
                .isEqualTo(story.id());

        for (int i = 0; i < 8; i++) {
            pass(Duration.ofMinutes(10));
        }
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(pages(story.number())).as("again").hasSizeGreaterThan(6));
        CaseStory.with("wang.fang", "manager", "hq")
                .post("/api/v1/escalations/" + unanswered + "/acknowledgment")
                .then()
                .statusCode(200);
        assertThat(alert(story.number())).containsEntry("state", "ACKNOWLEDGED");
    }

    @Test
    void a_case_without_a_clock_that_triage_does_not_judge_in_time_reaches_the_watch() {
        CaseStory story = CaseStory.registered();
        jdbi.useHandle(handle ->
                handle.execute("delete from case_clock where case_number = ?", story.number()));

        pass(Duration.ofMinutes(16));

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(alert("triage")).containsEntry("kind", "TRIAGE_SILENT"));
    }

    @Test
    void only_who_was_paged_acknowledges_by_http_and_everybody_else_is_refused() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);
        var path = "/api/v1/alerts/" + alert(thing).get("alertId") + "/acknowledgment";

        CaseStory.with("wang.fang", "manager", "hq").post(path).then().statusCode(403);
        CaseStory.with("sun.hao", "manager", "hq")
                .post(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));
        CaseStory.with("sun.hao", "manager", "hq")
                .post("/api/v1/alerts/" + UUID.randomUUID() + "/acknowledgment")
                .then()
                .statusCode(404)
                .body("violations.field", hasItem("id"));
    }

    @Test
    void a_cursor_goes_on_behind_what_was_shown_and_a_foreign_one_is_refused() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);
        var shown = alert(thing);
        var cursor =
                Cursor.encode(
                        String.valueOf(shown.get("since")), String.valueOf(shown.get("alertId")));

        List<Object> behind =
                CaseStory.with("sun.hao", "manager", "hq")
                        .queryParam("cursor", cursor)
                        .get("/api/v1/alerts")
                        .path("items.alertId");

        assertThat(behind).doesNotContain(shown.get("alertId"));
        CaseStory.with("sun.hao", "manager", "hq")
                .queryParam("limit", 1)
                .get("/api/v1/alerts")
                .then()
                .body("items", hasSize(1));
        CaseStory.with("sun.hao", "manager", "hq")
                .queryParam("cursor", "foreign")
                .get("/api/v1/alerts")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }

    @Test
    void what_is_shown_of_an_alert_tells_whose_turn_it_is_and_who_has_it() {
        var thing = "redress.cases." + UUID.randomUUID();
        report("DEAD_LETTER", thing);
        await().atMost(BOUND).until(() -> pages(thing).size() == 1);
        var page = pages(thing).getFirst().json();
        assertThat(alert(thing))
                .containsEntry("service", "triage")
                .containsEntry("reason", "not JSON")
                .containsEntry("state", "RUNNING")
                .containsEntry("personId", "sun.hao")
                .doesNotContainKeys("acknowledgedBy", "caseId");
        assertThat(Instant.parse(String.valueOf(alert(thing).get("acknowledgeBy"))))
                .isEqualTo(Instant.parse(page.path("acknowledgeBy").asText()));

        pass(Duration.ofMinutes(10));
        assertThat(alert(thing)).containsEntry("personId", "liu.qiang");

        acknowledge(thing, "sun.hao");
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(alert(thing))
                                .containsEntry("acknowledgedBy", "sun.hao")
                                .doesNotContainKey("acknowledgeBy"));
    }

    @ParameterizedTest
    @CsvSource({
        "manager, 200, 404",
        "commander, 200, 404",
        "admin, 200, 404",
        "handler, 403, 404",
        "triage-officer, 403, 403",
        "auditor, 403, 403"
    })
    void the_watch_sees_alerts_and_whoever_may_be_paged_acknowledges(
            String role, int list, int acknowledgment) {
        CaseStory.with("sun.hao", role, "hq").get("/api/v1/alerts").then().statusCode(list);
        CaseStory.with("sun.hao", role, "hq")
                .post("/api/v1/alerts/" + UUID.randomUUID() + "/acknowledgment")
                .then()
                .statusCode(acknowledgment);
    }

    private void pass(Duration time) {
        clock.add(time);
        // In a thread of its own: a loop that winds itself up for ever hears of no interrupt.
        assertTimeoutPreemptively(BOUND, timer::fireDue);
    }

    private static void report(String kind, String thing) {
        TestTopics.publish(
                "redress.alarms",
                "triage",
                "redress.alarm.reported.v1",
                """
                {%s "alarmId": "%s", "kind": "%s", "service": "triage", "thing": "%s", "reason": "not JSON", "count": 1}
                """
                        .formatted(common(), UUID.randomUUID(), kind, thing));
    }

    private static String acknowledge(String thing, String person) {
        var key = UUID.randomUUID().toString();
        var page = pages(thing).getFirst().json();
        TestTopics.publish(
                "redress.deliveries",
                key,
                "redress.alert-page.acknowledged.v1",
                """
                {%s "messageId": "%s", "pageId": "%s", "alertId": "%s", "personId": "%s", "via": "MAIL_LINK"}
                """
                        .formatted(
                                common(),
                                UUID.randomUUID(),
                                page.path("pageId").asText(),
                                page.path("alertId").asText(),
                                person));
        return key;
    }

    private static String common() {
        return """
        "occurredAt": "2026-11-21T06:00:00Z", "recordedAt": "2026-11-21T06:00:00Z",
        "actor": {"kind": "RULE", "id": "dead-letters"},
        """;
    }

    private static List<Message> pages(String thing) {
        return TestTopics.read("redress.alerts").stream()
                .filter(message -> message.type().equals("redress.alert.paged.v1"))
                .filter(message -> message.json().path("thing").asText().equals(thing))
                .toList();
    }

    private static Map<String, Object> alert(String thing) {
        Map<String, Object> found =
                CaseStory.with("sun.hao", "manager", "hq")
                        .get("/api/v1/alerts")
                        .path("items.find { it.thing == '%s' }".formatted(thing));
        return found == null ? Map.of() : found;
    }
}
