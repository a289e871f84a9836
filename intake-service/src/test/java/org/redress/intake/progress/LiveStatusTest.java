package org.redress.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestTopics;

@WithIntake
class LiveStatusTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_case_that_nobody_has_touched_is_new() {
        shown(aCase())
                .body("status", equalTo("NEW"))
                .body("round", equalTo(1))
                .body("$", not(hasKey("assessment")))
                .body("report.subject", equalTo("快递迟到"))
                .body(
                        "timetable.milestone",
                        contains("ACKNOWLEDGMENT", "FIRST_RESPONSE", "RESOLUTION"));
    }

    @Test
    void the_status_assessment_clocks_and_deliveries_are_those_of_the_events() {
        // given
        Registered registered = aCase();
        UUID messageId = UUID.randomUUID();

        // when
        Handling.of(registered)
                .assessed(1, "MEDIUM")
                .assigned(1)
                .tells("clock.started", 1, clock("FIRST_RESPONSE", "2026-11-21T10:00:00Z"))
                .delivery(
                        messageId,
                        "message.sent",
                        "\"purpose\": \"CUSTOMER_ACKNOWLEDGMENT\", \"attempt\": 1")
                .resolved(1);

        // then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        shown(registered)
                                .body("status", equalTo("RESOLVED"))
                                .body("assessment.severity", equalTo("MEDIUM"))
                                .body("handling.ownerUnit", equalTo("hq/logistics"))
                                .body("handling.handler", equalTo("sun.li"))
                                .body("handling.resolution", equalTo("已重新派送，王小明先生可明日收到。"))
                                .body("timetable[1].dueAt", equalTo("2026-11-21T10:00:00Z"))
                                .body("timetable[0]", hasKey("metAt"))
                                .body("deliveries[0].state", equalTo("SENT")));
    }

    @Test
    void a_promise_that_was_kept_is_read_out_no_more() {
        // given
        Registered registered = aCase();
        shown(registered).body("timetable[1]", hasKey("text"));

        // when
        Handling.of(registered).tells("clock.met", 1, met());

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> shown(registered).body("timetable[1]", hasKey("metAt")));
        shown(registered)
                .body("timetable[1]", not(hasKey("text")))
                .body("timetable[2]", hasKey("text"));
    }

    @Test
    void a_dead_letter_that_is_replayed_is_told_like_the_others() {
        // given
        Registered registered = aCase();

        // when
        TestTopics.publish(
                "redress.handling.intake.retry",
                registered.caseId(),
                "redress.case.resolved.v1",
                """
                {"caseId": "%s", "caseNumber": "%s", "round": 1, "version": 4, "status": "RESOLVED",
                 "occurredAt": "2026-11-21T06:00:00Z", "recordedAt": "2026-11-21T06:00:00Z",
                 "actor": {"kind": "RULE", "id": "test"}, "handler": "sun.li", "resolution": "已派送"}
                """
                        .formatted(registered.caseId(), registered.number()));

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> shown(registered).body("status", equalTo("RESOLVED")));
    }

    @Test
    void the_unit_that_triage_named_sees_the_case_before_the_handling_begins() {
        // given
        Registered registered = aCase();

        // when
        Handling.of(registered).assessed(1, "MEDIUM");

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> asHandlerOf("hq/logistics", registered).statusCode(200));
        asHandlerOf("hq/logistics", registered)
                .body("status", equalTo("NEW"))
                .body("handling.ownerUnit", equalTo("hq/logistics"));
        person("sun.li", "handler", "hq/logistics")
                .queryParam("customerId", registered.customerId())
                .get(CASES)
                .then()
                .body("items.ownerUnit", contains("hq/logistics"));
    }

    @Test
    void what_was_written_down_earlier_but_comes_later_changes_nothing() {
        // given
        Registered registered = aCase();
        Handling handling = Handling.of(registered).assigned(1).resolved(1).assessed(2, "HIGH");

        // when
        handling.earlier().assigned(1).assessed(1, "LOW").tells("clock.met", 1, met());

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> shown(registered).body("timetable[1]", hasKey("metAt")));
        shown(registered)
                .body("status", equalTo("RESOLVED"))
                .body("assessment.severity", equalTo("HIGH"));
    }

    @Test
    void a_reopened_case_forgets_the_resolution_and_shows_its_round() {
        // given
        Registered registered = aCase();

        // when
        Handling.of(registered)
                .assigned(1)
                .resolved(1)
                .tells("case.reopened", 2, "\"status\": \"ASSIGNED\", \"tier\": \"T2\"");

        // then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        shown(registered)
                                .body("round", equalTo(2))
                                .body("handling.tier", equalTo("T2"))
                                .body("handling.ownerUnit", equalTo("hq/logistics"))
                                .body("handling", not(hasKey("resolution"))));
    }

    @Test
    void an_event_of_an_unknown_case_does_no_harm_and_rubbish_becomes_a_dead_letter() {
        // given
        Registered unknown =
                new Registered(
                        UUID.randomUUID().toString(),
                        "C-20261121-000420",
                        UUID.randomUUID().toString(),
                        "");
        Registered known = aCase();

        // when
        Handling.of(unknown).assigned(1).resolved(1);
        TestTopics.publish(
                "redress.handling", known.caseId(), "redress.case.assigned.v1", "{\"round\": 1}");
        Handling.of(known).assigned(1);

        // then
        await().atMost(LIMIT).untilAsserted(() -> shown(known).body("status", equalTo("ASSIGNED")));
        var letter =
                TestTopics.await(
                        "redress.handling.intake.dlq",
                        message -> known.caseId().equals(message.key()));
        assertThat(letter.type()).isEqualTo("redress.case.assigned.v1");
        assertThat(letter.text()).doesNotContain("round");
    }

    @Test
    void the_owner_unit_sees_the_case_from_the_moment_it_owns_it_and_others_never() {
        // given
        Registered registered = aCase();
        asHandlerOf("hq/logistics", registered).statusCode(404);

        // when
        Handling.of(registered).assigned(1);

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> asHandlerOf("hq/logistics", registered).statusCode(200));
        asHandlerOf("hq/finance", registered).statusCode(404);
        asHandlerOf("hq/logistics-east", registered).statusCode(404);
        asHandlerOf("hq", registered).statusCode(200);
    }

    private static ValidatableResponse shown(Registered registered) {
        return agent().get(registered.path()).then().statusCode(200);
    }

    private static ValidatableResponse asHandlerOf(String unit, Registered registered) {
        return person("sun.li", "handler", unit).get(registered.path()).then();
    }

    private static String clock(String name, String dueAt) {
        return """
        "clockId": "%s", "clock": "%s", "calendar": "24x7", "startedAt": "2026-11-21T06:00:00Z",
        "warnAt": "2026-11-21T07:00:00Z", "dueAt": "%s"\
        """
                .formatted(UUID.randomUUID(), name, dueAt);
    }

    private static String met() {
        return clock("FIRST_RESPONSE", "2026-11-21T10:00:00Z")
                + ", \"metAt\": \"2026-11-21T07:30:00Z\"";
    }
}
