package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/**
 * IN-11, ES-02: a later promise needs somebody above the handler, a reason, and tells the customer.
 */
@WithEscalation
class AnotherPromiseTest {

    private static final String RESOLUTION = "clocks.findAll { it.clock == 'RESOLUTION' }.%s";

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    private final CaseStory story = CaseStory.unknown();
    private Instant told;

    @BeforeEach
    void a_critical_case_was_promised_for_in_two_hours() {
        told = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        story.registerPromising(told, told);
        story.assess(1, "CRITICAL", "hq/quality");
        story.awaitStatus("ASSIGNED");
    }

    @Test
    void a_later_promise_is_told_with_its_reason_and_rearms_the_clock() {
        Instant later = told.plus(Duration.ofHours(3));

        story.promise("RESOLUTION", later.plusSeconds(59), "The part comes at five.")
                .statusCode(200)
                .body(RESOLUTION.formatted("dueAt"), equalTo(List.of(later + "")))
                .body(RESOLUTION.formatted("promisedAt"), equalTo(List.of(later + "")))
                .body(RESOLUTION.formatted("binds"), equalTo(List.of("PROMISE")))
                .body("journal.activity", hasItem("PROMISE_CHANGED"))
                .body("journal.text", hasItem("The part comes at five."));

        at(told);
        story.view().then().body(RESOLUTION.formatted("state"), equalTo(List.of("RUNNING")));
        at(later);
        story.view().then().body(RESOLUTION.formatted("state"), equalTo(List.of("BREACHED")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .containsSubsequence("case.promise-changed", "clock.rebased"));
    }

    @Test
    void beyond_what_the_rule_allows_the_rule_binds_and_a_sooner_promise_is_shown_as_the_clock() {
        story.promise("RESOLUTION", told.plus(Duration.ofDays(9)), "It takes long.")
                .statusCode(200)
                .body(RESOLUTION.formatted("binds"), equalTo(List.of("RULE")));
        Instant sooner = told.minus(Duration.ofHours(1));

        story.promise("RESOLUTION", sooner, "We have it.")
                .statusCode(200)
                .body(RESOLUTION.formatted("dueAt"), equalTo(List.of(sooner + "")));
    }

    @Test
    void what_is_broken_stays_broken_and_another_clock_begins() {
        at(told);
        Instant later = told.plus(Duration.ofHours(3));

        story.promise("RESOLUTION", later, "Sorry.")
                .statusCode(200)
                .body(RESOLUTION.formatted("state"), equalTo(List.of("BREACHED", "RUNNING")))
                .body(RESOLUTION.formatted("dueAt"), equalTo(List.of(told + "", later + "")));
    }

    @Test
    void what_is_broken_and_has_not_been_noticed_is_told_first() {
        clock.setInstant(told);

        story.promise("RESOLUTION", told.plus(Duration.ofHours(3)), "Sorry.")
                .statusCode(200)
                .body(RESOLUTION.formatted("state"), equalTo(List.of("BREACHED", "RUNNING")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .containsSubsequence(
                                        "case.promise-changed", "clock.breached", "clock.started"));
    }

    @Test
    void the_same_request_again_changes_nothing_and_so_does_the_same_promise() {
        var body = Map.of("dueAt", told.plusSeconds(3600) + "", "reason", "A spare part.");
        String etag = story.view().getHeader("ETag");
        for (int time = 0; time < 2; time++) {
            CaseStory.with("wang.fang", "manager", "hq")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "promise-" + story.id())
                    .contentType("application/json")
                    .body(body)
                    .put(story.path("promises/RESOLUTION"))
                    .then()
                    .statusCode(200);
        }
        story.promise("RESOLUTION", told.plusSeconds(3600), "Again.").statusCode(200);

        story.view()
                .then()
                .body("journal.findAll { it.activity == 'PROMISE_CHANGED' }", hasSize(1));
    }

    @Test
    void the_handler_does_not_decide_what_is_promised_even_as_a_manager() {
        story.as("wang.fang", "manager").post(story.path("acceptance")).then().statusCode(200);

        story.promise("RESOLUTION", told.plusSeconds(60), "I need longer.")
                .statusCode(409)
                .body("detail", containsString("Somebody other than wang.fang"));
        send("chen.wei", "handler", "RESOLUTION", told.plusSeconds(60) + "").statusCode(403);
        send("zhou.jie", "manager", "RESOLUTION", told.plusSeconds(60) + "").statusCode(200);
    }

    @Test
    void what_the_customer_has_heard_is_not_promised_any_more() {
        story.accept().statusCode(200);
        story.note("FIRST_RESPONSE").statusCode(200);

        story.promise("FIRST_RESPONSE", told.plusSeconds(60), "Later.").statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01T00:00:00Z",
                "2999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void nobody_is_promised_what_has_passed_or_lies_beyond_a_year(String dueAt) {
        send("wang.fang", "manager", "RESOLUTION", dueAt)
                .statusCode(400)
                .body("violations.field", hasItem("dueAt"));
    }

    @Test
    void only_milestones_are_promised() {
        send("wang.fang", "manager", "UNIT_RECEIPT", told + "").statusCode(404);
        send("wang.fang", "manager", "RESOLUTION", "tomorrow")
                .statusCode(400)
                .body("violations.field", hasItem("dueAt"));
    }

    private ValidatableResponse send(String person, String role, String milestone, String dueAt) {
        return story.as(person, role)
                .body(Map.of("dueAt", dueAt, "reason", "A spare part."))
                .put(story.path("promises/" + milestone))
                .then();
    }

    private void at(Instant instant) {
        clock.setInstant(instant);
        timer.fireDue();
    }
}
