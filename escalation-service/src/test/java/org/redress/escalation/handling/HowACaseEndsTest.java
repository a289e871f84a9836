package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.testing.Contract;

/** The ends that a handler gives; what the customer says of a resolution is told elsewhere. */
@WithEscalation
class HowACaseEndsTest {

    private static final Map<String, Object> NO_AGREEMENT =
            Map.of("explanation", "All is paid back.", "remedies", "Call 12315.", "contrary", true);

    @Test
    void an_inquiry_is_answered_and_may_be_opened_again() {
        CaseStory story = accepted("INQUIRY");

        story.does("chen.wei", "handler", "answer", Map.of("answer", "From 8 to 18."))
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("closedAs", equalTo("ANSWERED"))
                .body("clocks.state", everyItem(equalTo("MET")))
                .body("journal[-1].text", equalTo("From 8 to 18."));

        assertThat(lastTold(story).get("closedAs").textValue()).isEqualTo("ANSWERED");
        assertThat(story.told()).contains("case.resolved");
        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");
    }

    @Test
    void of_a_suggestion_it_is_said_whether_it_was_adopted() {
        CaseStory story = accepted("SUGGESTION");

        story.does("chen.wei", "handler", "answer", Map.of("answer", "Thank you."))
                .statusCode(400)
                .body("violations.field", hasItem("adopted"));
        story.does("chen.wei", "handler", "answer", Map.of("answer", "No.", "adopted", false))
                .statusCode(200)
                .body("adopted", equalTo(false));

        assertThat(lastTold(story).get("adopted").booleanValue()).isFalse();
    }

    @Test
    void a_complaint_is_resolved_and_not_just_answered() {
        CaseStory story = accepted("COMPLAINT");

        story.does("chen.wei", "handler", "answer", Map.of("answer", "So it is."))
                .statusCode(409)
                .body("detail", containsString("COMPLAINT"));
    }

    @Test
    void without_agreement_it_ends_only_by_four_eyes_and_the_customer_is_told_why() {
        CaseStory story = accepted("COMPLAINT");

        story.does("wang.fang", "manager", "non-agreement", NO_AGREEMENT)
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("endProposedBy", equalTo("wang.fang"));
        approve(story, "wang.fang").statusCode(409).body("detail", containsString("other than"));
        approve(story, "chen.wei").statusCode(409);
        approve(story, "liu.min").statusCode(200).body("closedAs", equalTo("NOT_AGREED"));

        JsonNode closed = lastTold(story);
        assertThat(closed.get("words").textValue()).isEqualTo("All is paid back.\n\nCall 12315.");
        assertThat(closed.get("actor").get("id").textValue()).isEqualTo("liu.min");
        story.does("wang.fang", "manager", "reopening", Map.of("reason", "x")).statusCode(409);
    }

    @Test
    void in_the_first_round_an_agreement_is_still_looked_for() {
        CaseStory story = accepted("COMPLAINT");
        Map<String, Object> proposal = Map.of("explanation", "Enough.", "remedies", "Call 12315.");

        story.does("chen.wei", "handler", "non-agreement", proposal)
                .statusCode(409)
                .body("detail", containsString("round 2"));
        story.resolve().statusCode(200);
        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");
        story.accept().statusCode(200);
        story.does("chen.wei", "handler", "non-agreement", proposal).statusCode(200);
    }

    @Test
    void a_manager_may_want_more_to_be_tried() {
        CaseStory story = accepted("COMPLAINT");
        story.does("chen.wei", "handler", "non-agreement", NO_AGREEMENT).statusCode(200);

        story.does("liu.min", "manager", "non-agreement/refusal", Map.of("reason", "offer more"))
                .statusCode(200)
                .body("endProposedBy", equalTo(null))
                .body("journal[-1].text", equalTo("offer more"));

        approve(story, "liu.min").statusCode(409).body("detail", containsString("proposed"));
    }

    @Test
    void a_duplicate_belongs_to_a_case_that_is_none() {
        CaseStory first = CaseStory.assigned("LOW", "hq/finance");
        CaseStory second = CaseStory.assigned("LOW", "hq/finance");
        CaseStory third = CaseStory.assigned("LOW", "hq/finance");

        duplicate(second, second.number()).statusCode(400).body("violations.field", hasItem("of"));
        duplicate(second, "C-20261121-000421").statusCode(400);
        duplicate(second, first.number())
                .statusCode(200)
                .body("closedAs", equalTo("DUPLICATE"))
                .body("duplicateOf", equalTo(first.number()));
        duplicate(third, second.number()).statusCode(400);

        assertThat(lastTold(second).get("duplicateOf").textValue()).isEqualTo(first.number());
    }

    private static ValidatableResponse duplicate(CaseStory story, String of) {
        return story.does(
                "chen.wei", "handler", "duplicate", Map.of("of", of, "words", "See there."));
    }

    private static ValidatableResponse approve(CaseStory story, String manager) {
        return story.as(manager, "manager").post(story.path("non-agreement/approval")).then();
    }

    private static CaseStory accepted(String caseClass) {
        CaseStory story = CaseStory.judged(caseClass, "P3", "LOW", "hq/finance");
        story.accept().statusCode(200);
        return story;
    }

    private static JsonNode lastTold(CaseStory story) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).contains("case.closed"));
        assertThat(story.messages())
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
        return story.messages().stream()
                .filter(message -> message.type().equals("redress.case.closed.v1"))
                .findFirst()
                .orElseThrow()
                .json();
    }
}
