package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.triage.assessment.Officers.officer;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.triage.WithTriage;

@WithTriage
class CasesAreAssessedTest {

    @Test
    void a_registered_case_is_assessed_and_published() {
        // given
        var story = Story.at("hq/outlets/east").registered("电热水壶漏电，母亲触电受伤");

        // when
        var event = story.assessed(1);

        // then
        assertThat(event.json().get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(event.json().get("caseClass").asText()).isEqualTo("EMERGENCY");
        assertThat(Contract.of(event.type()).faults(event.text())).isEmpty();
        assertThat(event.attribute("mode")).isEqualTo("DRILL");
        assertThat(event.attribute("correlationid")).isEqualTo(story.caseId);
        assertThat(event.attribute("subject")).isEqualTo(story.number);
        assertThat(event.attribute("orgunit")).isEqualTo(event.json().get("ownerUnit").asText());
        assertThat(event.attribute("causationid")).isNotBlank();
    }

    @Test
    void its_assessment_is_shown_with_the_words_that_made_it() {
        // given
        var story = Story.at("hq/outlets/east").registered("电热水壶漏电，母亲触电受伤");
        story.assessed(1);

        // when
        var answer =
                given().auth()
                        .oauth2(officer("hq"))
                        .get("/api/v1/cases/{number}/assessment", story.number);

        // then
        answer.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("caseNumber", equalTo(story.number))
                .body("severity", equalTo("CRITICAL"))
                .body("reasons.rule", hasItem("severity-electric-shock"))
                .body("signals.find { it.signal == 'INJURY' }.words", hasItem("受伤"));
    }

    @Test
    void the_longest_text_is_assessed_like_any_other() {
        var story = Story.at("hq").registered("火灾".repeat(16_000));

        assertThat(story.assessed(1).json().get("severity").asText()).isEqualTo("CRITICAL");
    }

    @Test
    void a_correction_raises_the_assessment() {
        // given
        var story = Story.at("hq").registered("快递一直没发货");
        assertThat(story.assessed(1).json().get("severity").asText()).isEqualTo("LOW");

        // when
        story.corrected("快递员把我推倒在地，手臂骨折");

        // then
        assertThat(story.assessed(2).json().get("severity").asText()).isEqualTo("CRITICAL");
    }

    @Test
    void a_correction_that_came_first_waits_for_its_case() {
        // given
        var story = Story.at("hq").corrected("快递员把我推倒在地，手臂骨折");

        // when
        story.registered("快递一直没发货");

        // then
        assertThat(story.assessed(1).json().get("severity").asText()).isEqualTo("LOW");
        assertThat(story.assessed(2).json().get("severity").asText()).isEqualTo("CRITICAL");
    }

    @Test
    void a_case_registered_twice_is_assessed_once() {
        // given
        var story = Story.at("hq").registered("快递一直没发货");
        story.assessed(1);

        // when
        story.registered("快递一直没发货").corrected("快递员把我推倒在地，手臂骨折");

        // then
        story.assessed(2);
        assertThat(TestTopics.read("redress.assessments", story.caseId)).hasSize(2);
    }

    @Test
    void what_is_no_case_goes_to_the_dead_letters_and_the_next_case_is_assessed() {
        // given
        var broken = Story.at("hq");
        TestTopics.publish(
                "redress.cases",
                broken.caseId,
                "redress.case.registered.v1",
                Map.of("mode", "REAL"),
                "{\"caseId\": \"no uuid\"}");

        // when
        var story = Story.at("hq").registered("快递一直没发货");

        // then
        assertThat(story.assessed(1).json().get("category").asText()).isEqualTo("DELIVERY");
        TestTopics.await(
                "redress.cases.triage.dlq", message -> broken.caseId.equals(message.key()));
    }
}
