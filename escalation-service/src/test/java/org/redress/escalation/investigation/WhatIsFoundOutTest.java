package org.redress.escalation.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** Evidence, questions and what it comes to (ES-43, IN-22, TR-22, TR-23). */
@WithEscalation
class WhatIsFoundOutTest {

    @Inject MutableClock clock;

    @Test
    void evidence_is_kept_sealed_until_the_customer_is_forgotten() {
        CaseStory story = accepted();
        Map<String, String> photo =
                Map.of("kind", "PHOTO", "what", "a melted pin", "kept", "box 17", "digest", "ab");

        does(story, "evidence", photo).statusCode(400).body("violations.field", hasItem("digest"));
        does(story, "evidence", Map.of("kind", "PHOTO", "what", "a melted pin", "kept", "box 17"))
                .statusCode(200)
                .body("journal[-1].activity", equalTo("EVIDENCE_ADDED"));
        does(story, "findings", Map.of("finding", "another supplier"))
                .statusCode(200)
                .body("journal[-1].text", equalTo("another supplier"));

        assertThat(look(story).getString("evidence[0].what")).isEqualTo("a melted pin");
        assertThat(look(story).getString("evidence[0].addedBy")).isEqualTo("chen.wei");
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get(story.path("investigation"))
                .then()
                .statusCode(404);

        story.erase();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(look(story).getString("evidence[0].what")).isNull());
        assertThat(look(story).getString("evidence[0].kept")).isNull();
        assertThat(look(story).getString("evidence[0].kind")).isEqualTo("PHOTO");
    }

    @Test
    void the_clock_waits_from_the_first_question_to_the_last_answer() {
        CaseStory story = accepted();

        does(story, "requests", question("hq/nowhere", 1))
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        does(story, "requests", question("hq/logistics", -1))
                .statusCode(400)
                .body("violations.field", hasItem("dueAt"));
        does(story, "requests", question("hq/logistics", 1))
                .statusCode(200)
                .body(resolution("waitsFor"), equalTo("INFORMATION"));
        does(story, "requests", question(null, 1)).statusCode(200);
        List<String> ids = look(story).getList("requests.requestId");

        clock.add(Duration.ofMinutes(1));
        answer(story, ids.getFirst()).statusCode(200).body(resolution("state"), equalTo("PAUSED"));
        answer(story, ids.getLast())
                .statusCode(200)
                .body(resolution("state"), equalTo("RUNNING"))
                .body(
                        "journal[-2, -1].activity",
                        contains("CLOCK_RESUMED", "INFORMATION_ANSWERED"));
        answer(story, ids.getLast()).statusCode(200);
        answer(story, "01a1f0b2-2c40-7c8e-9a2f-3f6f0d5a7b21")
                .statusCode(404)
                .body("violations.field", hasItem("requestId"));

        JsonPath asked = look(story);
        assertThat(asked.getString("requests[0].unit")).isEqualTo("hq/logistics");
        assertThat(asked.getString("requests[1].unit")).isNull();
        assertThat(asked.getList("requests.answer")).containsExactly("from Suzhou", "from Suzhou");
        assertThat(asked.getString("requests[0].pausedClock")).isNotNull();
        assertThat(asked.getString("requests[1].pausedClock")).isNull();
    }

    @Test
    void a_clock_that_somebody_paused_themselves_is_left_alone() {
        CaseStory story = accepted();
        String id = story.view().path("clocks.find { it.clock == 'RESOLUTION' }.clockId");
        story.as("chen.wei", "handler")
                .body(Map.of("reason", "APPROVAL", "note", "the board meets"))
                .post("/api/v1/clocks/" + id + "/pause")
                .then()
                .statusCode(200);

        does(story, "requests", question("hq/logistics", 1)).statusCode(200);
        answer(story, look(story).getString("requests[0].requestId"))
                .statusCode(200)
                .body(resolution("waitsFor"), equalTo("APPROVAL"));
    }

    @Test
    void what_it_comes_to_is_told_without_words_and_decides_how_the_case_may_end() {
        CaseStory story = accepted();
        Map<String, ?> notAgreed =
                Map.of("explanation", "enough", "remedies", "12315", "contrary", true);

        verify(story, "JUSTIFIED").statusCode(200).body("demand", equalTo("JUSTIFIED"));
        story.does("chen.wei", "handler", "non-agreement", notAgreed).statusCode(409);
        verify(story, "CONTRARY_TO_RULES")
                .statusCode(200)
                .body("truth", equalTo("PARTLY"))
                .body("liability", equalTo("CUSTOMER"))
                .body("journal[-1].text", equalTo("seen"));
        story.does(
                        "chen.wei",
                        "handler",
                        "non-agreement",
                        Map.of("explanation", "enough", "remedies", "12315"))
                .statusCode(200)
                .body("endProposedBy", equalTo("chen.wei"))
                .body("closedAs", nullValue());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told()).endsWith("case.verified", "case.end-proposed"));
        assertThat(story.messages())
                .filteredOn(message -> message.type().equals("redress.case.verified.v1"))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty())
                .extracting(Message::text)
                .noneMatch(text -> text.contains("seen"));
    }

    /** A while ago: a clock is not paused at the instant at which it began. */
    private CaseStory accepted() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/public-relations");
        story.accept().statusCode(200);
        clock.add(Duration.ofMinutes(1));
        return story;
    }

    private static ValidatableResponse verify(CaseStory story, String demand) {
        return does(
                story,
                "verification",
                Map.of(
                        "truth",
                        "PARTLY",
                        "demand",
                        demand,
                        "liability",
                        "CUSTOMER",
                        "reason",
                        "seen"));
    }

    private static ValidatableResponse answer(CaseStory story, String id) {
        return does(story, "requests/" + id + "/answer", Map.of("answer", "from Suzhou"));
    }

    private Map<String, String> question(@Nullable String unit, int hours) {
        var question = new HashMap<String, String>();
        if (unit != null) {
            question.put("unit", unit);
        }
        question.put("dueAt", clock.instant().plus(Duration.ofHours(hours)).toString());
        question.put("question", "from where?");
        return question;
    }

    private static ValidatableResponse does(CaseStory story, String door, Map<String, ?> request) {
        return story.does("chen.wei", "handler", "investigation/" + door, request);
    }

    private static String resolution(String field) {
        return "clocks.find { it.clock == 'RESOLUTION' }." + field;
    }

    private static JsonPath look(CaseStory story) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("investigation"))
                .jsonPath();
    }
}
