package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** ES-43: what waits for somebody else counts nothing, and says for what it waits. */
@WithEscalation
class AClockWaitsTest {

    private static final Map<String, Object> FOR_PHOTOGRAPHS =
            Map.of("reason", "CUSTOMER", "note", "photographs of the plug");

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    private final CaseStory story = CaseStory.unknown();
    private Instant told;

    @BeforeEach
    void a_critical_case_is_at_work_and_promised_for_in_two_days() {
        told = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
        story.registerPromising(told, told);
        story.assess(1, "CRITICAL", "hq/quality");
        story.awaitStatus("ASSIGNED");
        story.accept().statusCode(200);
        clock.add(Duration.ofHours(1));
    }

    @Test
    void what_it_waited_does_not_count_and_what_it_ran_does() {
        pause().statusCode(200)
                .body(resolution("state"), equalTo("PAUSED"))
                .body(resolution("waitsFor"), equalTo("CUSTOMER"))
                .body("journal.activity", hasItem("CLOCK_PAUSED"))
                .body("journal.text", hasItem("photographs of the plug"));
        clock.add(Duration.ofHours(30));
        timer.fireDue();
        post("resume", "chen.wei", "handler", null)
                .statusCode(200)
                .body(resolution("state"), equalTo("RUNNING"))
                .body(resolution("waitsFor"), equalTo(null))
                .body(resolution("binds"), equalTo("PROMISE"))
                .body(resolution("dueAt"), equalTo(told + ""));
        clock.add(Duration.ofMinutes(1));
        post("extension", "wang.fang", "manager", extension("PT1H")).statusCode(200);

        clock.setInstant(told);
        timer.fireDue();

        story.view().then().body(resolution("state"), equalTo("BREACHED"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .containsSubsequence(
                                        "clock.paused",
                                        "clock.resumed",
                                        "clock.extended",
                                        "clock.breached"));
        assertThat(story.messages())
                .filteredOn(message -> message.type().startsWith("redress.clock."))
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text()))
                                .as(message.type())
                                .isEmpty());
    }

    @Test
    void while_it_waits_only_what_the_customer_was_told_runs_out() {
        pause().statusCode(200);

        clock.setInstant(told.minusSeconds(1));
        timer.fireDue();
        story.view().then().body(resolution("state"), equalTo("PAUSED"));
        clock.setInstant(told);
        timer.fireDue();

        story.view().then().body(resolution("state"), equalTo("BREACHED"));
        post("resume", "chen.wei", "handler", null)
                .statusCode(409)
                .body("detail", containsString("BREACHED"));
    }

    @Test
    void a_pause_outlives_a_revision_that_makes_the_case_another_one() {
        pause().statusCode(200);
        clock.add(Duration.ofMinutes(1));

        story.assess(2, "CRITICAL", "hq/logistics");
        story.awaitStatus("ASSIGNED");

        story.view().then().body(resolution("state"), equalTo("PAUSED"));
    }

    @Test
    void what_waited_is_met_and_ended_like_any_other() {
        pause().statusCode(200);

        story.resolve().statusCode(200).body(resolution("state"), equalTo("MET"));
    }

    @Test
    void the_same_request_again_is_the_same_pause_and_another_one_is_refused() {
        String etag = story.view().getHeader("ETag");
        for (int time = 0; time < 2; time++) {
            CaseStory.with("chen.wei", "handler", "hq")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "pause-" + story.id())
                    .contentType("application/json")
                    .body(FOR_PHOTOGRAPHS)
                    .post(door("pause"))
                    .then()
                    .statusCode(200);
        }
        assertThat(segments()).isEqualTo(2);

        clock.add(Duration.ofMinutes(1));
        post("pause", "chen.wei", "handler", FOR_PHOTOGRAPHS)
                .statusCode(409)
                .body("detail", containsString("paused already"));
        assertThat(segments()).isEqualTo(2);
    }

    @Test
    void a_clock_that_just_runs_has_no_rows_and_one_that_does_not_wait_is_not_resumed() {
        post("resume", "chen.wei", "handler", null)
                .statusCode(409)
                .body("detail", containsString("not paused"));

        assertThat(segments()).isZero();
    }

    @Test
    void who_neither_handles_nor_manages_the_case_stops_no_clock_and_a_handler_extends_none() {
        post("pause", "gao.peng", "handler", FOR_PHOTOGRAPHS).statusCode(409);
        post("extension", "chen.wei", "handler", extension("PT1H")).statusCode(403);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(FOR_PHOTOGRAPHS)
                .post(door("pause"))
                .then()
                .statusCode(404);
        post("pause", "wang.fang", "manager", FOR_PHOTOGRAPHS).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "extension, by,     PT0S",
        "extension, by,     -PT1H",
        "extension, by,     P999999999D",
        "extension, by,     soon",
        "pause,     reason, LUNCH"
    })
    void rubbish_is_refused_by_name(String door, String field, String value) {
        Map<String, Object> body =
                door.equals("pause") ? Map.of("reason", value, "note", "x") : extension(value);

        post(door, "wang.fang", "manager", body)
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void a_clock_that_nobody_knows_does_not_exist() {
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/clocks/" + UUID.randomUUID() + "/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void it_explains_itself_in_both_languages() {
        pause().statusCode(200);
        clock.add(Duration.ofHours(3));
        post("resume", "chen.wei", "handler", null).statusCode(200);

        explain("en-GB,en;q=0.9")
                .header("Content-Language", "en")
                .body(
                        "sentences",
                        hasItems(
                                containsString("chen.wei paused it on"),
                                containsString("It is due on"),
                                containsString("The customer was promised")))
                .body("clock.clock", equalTo("RESOLUTION"));
        explain("zh-CN")
                .header("Content-Language", "zh-CN")
                .body("sentences", hasItem(containsString("暂停计时，等待客户")));
        explain("rubbish;q=x").body("sentences", hasItem(containsString("It began on")));
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get(door("explanation"))
                .then()
                .statusCode(404);
    }

    private ValidatableResponse explain(String language) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .header("Accept-Language", language)
                .get(door("explanation"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse pause() {
        return post("pause", "chen.wei", "handler", FOR_PHOTOGRAPHS);
    }

    private ValidatableResponse post(
            String door, String person, String role, @Nullable Map<String, Object> body) {
        var request = story.as(person, role);
        return (body == null ? request : request.body(body)).post(door(door)).then();
    }

    private String door(String name) {
        return "/api/v1/clocks/" + id() + "/" + name;
    }

    private String id() {
        return story.view().path(resolution("clockId"));
    }

    private long segments() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from clock_segment where clock_id = ?")
                        .bind(0, UUID.fromString(id()))
                        .mapTo(Long.class)
                        .one());
    }

    private static String resolution(String field) {
        return "clocks.find { it.clock == 'RESOLUTION' }." + field;
    }

    private static Map<String, Object> extension(String by) {
        return Map.of("by", by, "reason", "the laboratory");
    }
}
