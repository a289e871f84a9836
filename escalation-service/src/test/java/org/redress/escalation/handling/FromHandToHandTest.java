package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.testing.Contract;

/** Whoever has a case, it is always exactly one unit's and one person's or nobody's (ES-01). */
@WithEscalation
class FromHandToHandTest {

    @Test
    void a_handler_hands_it_over_to_a_colleague_who_answers_for_it_at_once() {
        CaseStory story = accepted("hq/logistics");

        story.does("chen.wei", "handler", "hand-over", to("gao.peng"))
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("handler", equalTo("gao.peng"))
                .body("journal[-1].activity", equalTo("HAND_OVER"))
                .body("journal[-1].by", equalTo("chen.wei"))
                .body("journal[-1].to", equalTo("gao.peng"))
                .body("journal[-1].text", equalTo("he waits for a call"));

        story.resolve().statusCode(409).body("detail", containsString("gao.peng"));
        awaitTold(story, "case.handed-over", "case.assigned", "notice.given");
        assertThat(story.messages().getLast().json().get("personId").textValue())
                .isEqualTo("gao.peng");
    }

    @Test
    void nobody_is_handed_what_they_could_not_see() {
        CaseStory story = accepted("hq/logistics");

        for (String stranger : List.of("song.yan", "nobody.atall")) {
            story.does("chen.wei", "handler", "hand-over", to(stranger))
                    .statusCode(400)
                    .body("violations.field", hasItem("to"));
        }
        story.does("chen.wei", "handler", "hand-over", to("liu.min")).statusCode(200);
    }

    @Test
    void a_manager_takes_it_over() {
        CaseStory story = accepted("hq/logistics");

        story.as("chen.wei", "handler").post(story.path("take-over")).then().statusCode(403);
        story.as("liu.min", "manager")
                .post(story.path("take-over"))
                .then()
                .statusCode(200)
                .body("handler", equalTo("liu.min"));
    }

    @Test
    void a_unit_returns_what_is_not_its_own_and_a_person_of_triage_judges_anew() {
        CaseStory story = CaseStory.assigned("LOW", "hq/logistics");

        story.does("gao.peng", "handler", "return", Map.of("reason", "the shop delivers itself"))
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("ownerUnit", equalTo("hq/customer-service"))
                .body("handler", equalTo(null))
                .body("journal[-1].to", equalTo("hq/customer-service"))
                .body(
                        "clocks.findAll { it.clock == 'UNIT_RECEIPT' }.state",
                        equalTo(List.of("ENDED", "RUNNING")));
        awaitTold(story, "case.handed-over", "case.assigned", "clock.started");

        story.assess(2, "LOW", "hq/outlets");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("ownerUnit", equalTo("hq/outlets")));
    }

    @Test
    void what_exceeds_the_authority_goes_up_and_reaches_whoever_is_there() {
        CaseStory story = accepted("hq/outlets/east", "CRITICAL");

        story.does("chen.wei", "handler", "referral", Map.of("reason", "too dear for an outlet"))
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("ownerUnit", equalTo("hq/outlets"))
                .body("tier", equalTo("T2"))
                .body("escalations", hasSize(2))
                .body("escalations[1].state", equalTo("RUNNING"));

        story.accept().statusCode(200);
        story.does("chen.wei", "handler", "referral", Map.of("reason", "and for all of them"))
                .statusCode(200)
                .body("ownerUnit", equalTo("hq"));
        story.accept().statusCode(200);
        story.does("chen.wei", "handler", "referral", Map.of("reason", "and for us"))
                .statusCode(409)
                .body("detail", containsString("no unit above"));
    }

    @Test
    void whom_it_concerns_does_not_handle_it() {
        CaseStory story = accepted("hq/logistics");

        story.does("chen.wei", "handler", "recusal", Map.of("reason", "it is about me"))
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("handler", equalTo(null));
        story.accept().statusCode(409).body("detail", containsString("concerns chen.wei"));

        story.does("gao.peng", "handler", "recusal", of("luo.ting")).statusCode(400);
        story.does("liu.min", "manager", "recusal", of("luo.ting")).statusCode(200);
        story.as("gao.peng", "handler").post(story.path("acceptance")).then().statusCode(200);
        story.does("gao.peng", "handler", "hand-over", to("luo.ting")).statusCode(409);
    }

    @Test
    void what_is_done_to_a_case_of_another_unit_is_done_to_none() {
        CaseStory story = accepted("hq/logistics");
        String etag = story.view().getHeader("ETag");
        Map<String, Map<String, String>> doors =
                Map.of(
                        "hand-over", to("gao.peng"),
                        "return", Map.of("reason", "x"),
                        "referral", Map.of("reason", "x"),
                        "recusal", Map.of("reason", "x"),
                        "take-over", Map.of(),
                        "answer", Map.of("answer", "x"),
                        "non-agreement", Map.of("explanation", "x", "remedies", "x"),
                        "non-agreement/approval", Map.of(),
                        "non-agreement/refusal", Map.of("reason", "x"),
                        "duplicate", Map.of("of", story.number(), "words", "x"));

        doors.forEach((door, request) -> {
            CaseStory.with("song.yan", "manager", "hq/finance")
                    .header("If-Match", etag)
                    .contentType("application/json")
                    .body(request)
                    .post(story.path(door))
                    .then()
                    .statusCode(404);
            CaseStory.with("liu.min", "manager", "hq")
                    .contentType("application/json")
                    .body(request)
                    .post(story.path(door))
                    .then()
                    .statusCode(428);
        });

        story.view().then().body("handler", equalTo("chen.wei"));
    }

    @Test
    void words_that_are_missing_are_named() {
        CaseStory story = accepted("hq/logistics");

        Map.of(
                        "hand-over", "note",
                        "return", "reason",
                        "referral", "reason",
                        "recusal", "reason",
                        "answer", "answer",
                        "non-agreement", "remedies",
                        "duplicate", "of")
                .forEach((door, field) ->
                        story.does("chen.wei", "handler", door, Map.of())
                                .statusCode(400)
                                .body("violations.field", hasItem(containsString(field))));
    }

    @Test
    void the_same_request_a_second_time_passes_it_on_once() {
        CaseStory story = accepted("hq/logistics");
        String etag = story.view().getHeader("ETag");

        for (int i = 0; i < 2; i++) {
            CaseStory.with("chen.wei", "handler", "hq")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "over-" + story.id())
                    .contentType("application/json")
                    .body(to("gao.peng"))
                    .post(story.path("hand-over"))
                    .then()
                    .statusCode(200);
        }

        story.view().then().body("journal.findAll { it.activity == 'HAND_OVER' }", hasSize(1));
    }

    private static CaseStory accepted(String unit) {
        return accepted(unit, "LOW");
    }

    private static CaseStory accepted(String unit, String severity) {
        CaseStory story = CaseStory.assigned(severity, unit);
        story.accept().statusCode(200);
        return story;
    }

    private static Map<String, String> to(String person) {
        return Map.of("to", person, "note", "he waits for a call");
    }

    private static Map<String, String> of(String person) {
        return Map.of("person", person, "reason", "it is about them");
    }

    private static void awaitTold(CaseStory story, String... last) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).endsWith(last));
        assertThat(story.messages())
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
    }
}
