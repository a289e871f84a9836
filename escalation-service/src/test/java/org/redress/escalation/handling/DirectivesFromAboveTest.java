package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** Somebody above wants a case to be settled in time (催办, 督办, 提级督办; ES-44). */
@WithEscalation
class DirectivesFromAboveTest {

    private static final String UNIT = "hq/public-relations";

    @Inject MutableClock clock;

    @Test
    void the_unit_receives_it_and_answers_and_is_counted_until_then() {
        CaseStory story = accepted();
        issue(story, "liu.min", "manager", "SUPERVISE")
                .statusCode(200)
                .body("directives[0].kind", equalTo("SUPERVISE"))
                .body("directives[0].receivedAt", equalTo(null))
                .body("journal[-1].activity", equalTo("SUPERVISE"))
                .body("journal[-1].text", equalTo("settle it today"));
        String id = story.view().path("directives[0].directiveId");
        assertThat(count("directives")).isEqualTo(1);
        assertThat(count("lateDirectives")).isZero();

        clock.add(Duration.ofHours(2));
        assertThat(count("lateDirectives")).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            story.as("chen.wei", "handler")
                    .post(story.path("directives/" + id + "/receipt"))
                    .then()
                    .statusCode(200)
                    .body("directives[0].receivedBy", equalTo("chen.wei"));
        }
        answer(story, "yuan.mei", id).statusCode(409);
        answer(story, "chen.wei", id)
                .statusCode(200)
                .body("directives[0].answeredBy", equalTo("chen.wei"))
                .body("journal.findAll { it.activity == 'SUPERVISE_RECEIVED' }", hasSize(1));

        assertThat(count("directives")).isZero();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .filteredOn(type -> type.startsWith("directive"))
                                .containsExactly(
                                        "directive.issued",
                                        "directive.received",
                                        "directive.answered"));
        assertThat(story.messages())
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
    }

    @Test
    void it_comes_from_above_and_the_gravest_from_a_commander() {
        CaseStory story = accepted();

        CaseStory.with("yuan.mei", "manager", UNIT)
                .header("If-Match", story.view().getHeader("ETag"))
                .contentType("application/json")
                .body(wanted("URGE", 1))
                .post(story.path("directives"))
                .then()
                .statusCode(403);
        issue(story, "liu.min", "manager", "SUPERVISE_FROM_ABOVE")
                .statusCode(400)
                .body("violations.field", hasItem("kind"));
        issue(story, "liu.min", "commander", "SUPERVISE_FROM_ABOVE").statusCode(200);
        story.does("liu.min", "manager", "directives", wanted("URGE", -1))
                .statusCode(400)
                .body("violations.field", hasItem("dueAt"));
        answer(story, "chen.wei", "01a1f0b2-2c40-7c8e-9a2f-3f6f0d5a7b21")
                .statusCode(404)
                .body("violations.field", hasItem("directiveId"));
        String id = story.view().path("directives[0].directiveId");
        answer(story, "chen.wei", id).statusCode(200);
    }

    private static CaseStory accepted() {
        CaseStory story = CaseStory.assigned("LOW", UNIT);
        story.accept().statusCode(200);
        return story;
    }

    private ValidatableResponse issue(CaseStory story, String person, String role, String kind) {
        return story.does(person, role, "directives", wanted(kind, 1));
    }

    private Map<String, String> wanted(String kind, int hours) {
        var wanted = new HashMap<String, String>();
        wanted.put("kind", kind);
        wanted.put("dueAt", clock.instant().plus(Duration.ofHours(hours)).toString());
        wanted.put("words", "settle it today");
        return wanted;
    }

    private static ValidatableResponse answer(CaseStory story, String person, String id) {
        return story.does(
                person, "handler", "directives/" + id + "/answer", Map.of("answer", "done"));
    }

    private static int count(String what) {
        return CaseStory.with("yuan.mei", "manager", UNIT)
                .get("/api/v1/handlings/counts")
                .path("items[0]." + what);
    }
}
