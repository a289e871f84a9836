package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** What people do to an escalation, and what an acknowledgment owes (ES-04, ES-06). */
@WithEscalation
class ByHandTest {

    private static final Map<String, ?> WHY = Map.of("reason", "I am on a plane.");

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    private String before = "";

    /** The policy for HIGH asks after twenty minutes, and wants the head to go there. */
    @BeforeEach
    void aPolicySaysMore() {
        before = organisation();
        put(
                before.replace("\"stillOnIt\":\"PT4H\"", "\"stillOnIt\":\"PT20M\"")
                        .replaceFirst(
                                "(\"id\":\"high\".*?\"role\":\"unit-head\",\"waitFor\":\"PT10M\")",
                                "$1,\"onSite\":{\"within\":\"PT30M\"}"));
    }

    @AfterEach
    void asItWas() {
        put(before);
    }

    @Test
    void who_can_not_passes_on_and_the_words_are_in_the_journal() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");

        verb(story, "he.jing", "handler", "pass-on", WHY).statusCode(403);
        verb(story, "zhang.lei", "handler", "pass-on", WHY).statusCode(200);

        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");
        story.view()
                .then()
                .body("journal.activity", hasItem("PAGE_PASSED_ON"))
                .body("journal.text", hasItem("I am on a plane."));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).contains("escalation.progressed"));
    }

    @Test
    void who_acknowledged_and_can_not_after_all_passes_on_to_the_next() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        acknowledge(story, "zhang.lei");

        verb(story, "zhang.lei", "handler", "pass-on", WHY)
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));

        assertThat(story.escalations()).hasSize(2);
        assertThat(story.paged()).containsExactly("he.jing");
        story.view().then().body("escalations[1].trigger", equalTo("BY_HAND"));
    }

    @Test
    void a_handler_escalates_a_case_that_reached_nobody_and_the_next_when_it_did() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");

        story.does("chen.wei", "handler", "escalation", WHY).statusCode(200);
        assertThat(story.paged()).containsExactly("xu.qiang");
        story.does("chen.wei", "handler", "escalation", WHY).statusCode(200);

        assertThat(story.paged()).containsExactly("xu.qiang", "zhang.lei");
        story.view()
                .then()
                .body("escalations[0].trigger", equalTo("BY_HAND"))
                .body("journal.activity", hasItem("ESCALATED"));
    }

    @Test
    void time_that_is_asked_for_has_a_limit() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        Instant paged = clock.instant();

        snooze(story, paged.plus(Duration.ofMinutes(16)))
                .statusCode(400)
                .body("violations.field", hasItem("until"));
        snooze(story, paged.plus(Duration.ofMinutes(15))).statusCode(200);
        pass(Duration.ofMinutes(14));
        assertThat(story.paged()).containsExactly("zhang.lei");
        pass(Duration.ofMinutes(1));

        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");
        CaseStory critical = CaseStory.assigned("CRITICAL", "hq/quality");
        snooze(critical, clock.instant().plusSeconds(60)).statusCode(409);
    }

    @Test
    void who_acknowledged_is_asked_once_and_the_next_is_paged_if_they_say_nothing() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        acknowledge(story, "zhang.lei");
        pass(Duration.ofMinutes(19));
        assertThat(story.escalations()).hasSize(1);

        pass(Duration.ofMinutes(1));
        assertThat(story.paged()).containsExactly("zhang.lei");
        story.view().then().body("escalations[1].trigger", equalTo("STILL_ON_IT"));
        pass(Duration.ofMinutes(5));
        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");

        CaseStory kept = CaseStory.assigned("HIGH", "hq/quality");
        acknowledge(kept, "zhang.lei");
        pass(Duration.ofMinutes(20));
        acknowledge(kept, "zhang.lei");
        pass(Duration.ofMinutes(9));
        assertThat(kept.escalations()).hasSize(2);
        kept.view().then().body("escalations[1].state", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void who_has_accepted_the_case_is_not_asked() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        acknowledge(story, "zhang.lei");
        story.accept().statusCode(200);

        pass(Duration.ofMinutes(20));

        assertThat(story.escalations()).hasSize(1);
    }

    @Test
    void who_has_to_go_there_says_when_and_that_they_are_or_the_next_is_paged() {
        CaseStory story = headReached();
        acknowledge(story, "xu.qiang");
        story.view().then().body("escalations[0].owed", equalTo("ETA"));
        eta(story, Duration.ofMinutes(31)).statusCode(400).body("violations.field", hasItem("eta"));
        eta(story, Duration.ofMinutes(20)).statusCode(200).body("owed", equalTo("ARRIVAL"));
        verb(story, "xu.qiang", "handler", "arrival", Map.of())
                .statusCode(200)
                .body("owed", equalTo("WORD"));

        CaseStory late = headReached();
        acknowledge(late, "xu.qiang");
        eta(late, Duration.ofMinutes(20)).statusCode(200);
        pass(Duration.ofMinutes(30));
        late.view().then().body("escalations[1].trigger", equalTo("ON_SITE"));
        assertThat(late.paged()).doesNotContain("xu.qiang").isNotEmpty();

        CaseStory silent = headReached();
        acknowledge(silent, "xu.qiang");
        pass(Duration.ofMinutes(10));
        silent.view().then().body("escalations[1].trigger", equalTo("ON_SITE"));
    }

    @Test
    void a_manager_takes_over_from_who_had_it() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        acknowledge(story, "zhang.lei");

        verb(story, "zhang.lei", "handler", "take-over", WHY).statusCode(403);
        verb(story, "xu.qiang", "manager", "take-over", WHY)
                .statusCode(200)
                .body("acknowledgedBy", equalTo("xu.qiang"));
        CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/escalations/" + story.escalationId() + "/take-over")
                .then()
                .statusCode(404);
    }

    private CaseStory headReached() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/quality");
        pass(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing", "xu.qiang");
        return story;
    }

    private void acknowledge(CaseStory story, String person) {
        verb(story, person, "handler", "acknowledgment", Map.of()).statusCode(200);
    }

    private ValidatableResponse snooze(CaseStory story, Instant until) {
        return verb(
                story,
                "zhang.lei",
                "handler",
                "snooze",
                Map.of("until", until.toString(), "reason", "calling them"));
    }

    private ValidatableResponse eta(CaseStory story, Duration in) {
        return verb(
                story,
                "xu.qiang",
                "handler",
                "eta",
                Map.of("eta", clock.instant().plus(in).toString()));
    }

    private static ValidatableResponse verb(
            CaseStory story, String person, String role, String verb, Map<String, ?> request) {
        return CaseStory.with(person, role, "hq/quality")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/escalations/" + story.escalationId() + "/" + verb)
                .then();
    }

    private void pass(Duration duration) {
        clock.add(duration);
        timer.fireDue();
    }

    private static String organisation() {
        return admin().get("/api/v1/organisation").asString();
    }

    private static void put(String document) {
        String etag = admin().get("/api/v1/organisation").getHeader("ETag");
        List<String> steps = List.of("&preview=true", "");
        String confirmation = "";
        for (String step : steps) {
            confirmation =
                    admin().contentType("application/json")
                            .header("If-Match", etag)
                            .body(document)
                            .put(
                                    "/api/v1/organisation?reason=test"
                                            + step
                                            + (confirmation.isEmpty()
                                                    ? ""
                                                    : "&confirmation=" + confirmation))
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("confirmation");
        }
    }

    private static RequestSpecification admin() {
        return CaseStory.with("admin", "admin", "hq");
    }
}
