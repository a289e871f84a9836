package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** Who has to know is told without being called, and never who did it (NO-14, ES-44). */
@WithEscalation
class WhoHearsOfACaseQuietlyTest {

    private static final String UNIT = "hq/public-relations";

    @Inject MutableClock clock;

    @Test
    void a_customer_who_asks_again_moves_the_handler_and_the_third_time_the_head_of_the_unit() {
        CaseStory story = accepted();

        urge(story, 1);
        urge(story, 2);
        hear(story, "URGED chen.wei", "URGED chen.wei");
        urge(story, 3);
        hear(story, "URGED chen.wei", "URGED chen.wei", "URGED chen.wei", "URGED_AGAIN liu.min");

        story.resolve().statusCode(200).body("urged", equalTo(3));
        CaseStory.with("yuan.mei", "manager", UNIT)
                .get("/api/v1/handlings?limit=200&list=WAITING")
                .then()
                .body("items.find { it.caseNumber == '" + story.number() + "' }.urged", equalTo(3));
    }

    @Test
    void a_case_that_is_passed_on_three_times_is_looked_after_one_level_up() {
        CaseStory story = accepted();
        handOver(story, "chen.wei", "jiang.nan");
        handOver(story, "jiang.nan", "yuan.mei");
        story.view().then().body("supervisedBy", equalTo(null));

        story.as("yuan.mei", "handler")
                .body(Map.of("reason", "Not ours."))
                .post(story.path("return"))
                .then()
                .statusCode(200)
                .body("supervisedBy", equalTo("hq"))
                .body("journal.activity", hasItem("PROBLEM_DECLARED"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(story.told()).containsOnlyOnce("case.problem-declared"));
        assertThat(notices(story))
                .contains("HANDED_OVER jiang.nan")
                .anyMatch(notice -> notice.startsWith("PROBLEM "));
    }

    @Test
    void a_directive_and_what_another_unit_wants_reach_the_duty_officer_and_an_answer_the_lead() {
        CaseStory story = accepted();
        story.does(
                        "liu.min",
                        "manager",
                        "directives",
                        Map.of(
                                "kind",
                                "URGE",
                                "dueAt",
                                clock.instant().plus(Duration.ofHours(2)).toString(),
                                "words",
                                "today"))
                .statusCode(200);
        story.does("chen.wei", "handler", "co-handlings", Map.of("unit", "hq/legal", "words", "?"))
                .statusCode(200);
        String asked = "co-handlings/" + story.view().path("coHandlings[0].coHandlingId");
        story.does("wang.fang", "manager", asked + "/answer", Map.of("answer", "yes"))
                .statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(notices(story))
                                .extracting(notice -> notice.split(" ", -1)[0])
                                .containsExactly(
                                        "DIRECTIVE", "CO_HANDLING", "CO_HANDLING_ANSWERED"));
        assertThat(notices(story)).endsWith("CO_HANDLING_ANSWERED chen.wei");
        assertThat(story.messages())
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
    }

    private static CaseStory accepted() {
        CaseStory story = CaseStory.assigned("LOW", UNIT);
        story.accept().statusCode(200);
        return story;
    }

    private static void urge(CaseStory story, int times) {
        story.urge();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("urged", equalTo(times)));
    }

    private static void handOver(CaseStory story, String from, String to) {
        story.does(from, "handler", "hand-over", Map.of("to", to, "note", "yours")).statusCode(200);
    }

    private static void hear(CaseStory story, String... notices) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(notices(story)).containsExactly(notices));
    }

    private static List<String> notices(CaseStory story) {
        return story.messages().stream()
                .filter(message -> message.type().equals("redress.notice.given.v1"))
                .map(message ->
                        message.json().get("occasion").textValue()
                                + " "
                                + message.json().get("personId").textValue())
                .toList();
    }
}
