package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.triage.assessment.Officers.agent;
import static org.redress.triage.assessment.Officers.officer;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.triage.WithTriage;

/** An assessment quotes the customer: who was shown one is written down (XX-01). */
@WithTriage
class ReadsAreNotedTest {

    private static final String CASE = "/api/v1/cases/{number}/";

    @Inject Jdbi jdbi;

    @Test
    void the_present_assessment_and_all_of_them() {
        var story = unsure();

        as(agent("hq"), CASE + "assessment", story);
        as(officer("hq"), CASE + "assessments", story);

        assertThat(readers(story)).containsExactly("li.na", "zhao.lei");
    }

    @Test
    void each_case_on_a_page_of_the_review_queue() {
        var first = unsure();
        var second = unsure();

        given().auth()
                .oauth2(officer("hq"))
                .queryParam("limit", 200)
                .get("/api/v1/review-queue")
                .then()
                .statusCode(200);

        assertThat(readers(first)).containsExactly("zhao.lei");
        assertThat(readers(second)).containsExactly("zhao.lei");
    }

    @Test
    void the_answer_to_a_revision() {
        var story = unsure();

        given().auth()
                .oauth2(officer("hq"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"已核实\"}")
                .post(CASE + "assessments", story.number)
                .then()
                .statusCode(201);

        assertThat(readers(story)).containsExactly("zhao.lei");
    }

    @Test
    void nobody_where_nothing_is_shown() {
        var story = unsure();

        as(officer("hq/finance"), CASE + "assessment", story);

        assertThat(readers(story)).isEmpty();
    }

    private static Story unsure() {
        var story = Story.at("hq/outlets/west").registered("好的");
        story.assessed(1);
        return story;
    }

    private static void as(String token, String address, Story story) {
        given().auth().oauth2(token).get(address, story.number);
    }

    private List<String> readers(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select person_id from web.read_audit
                                where subject_kind = 'case' and subject_id = :id order by id
                                """)
                        .bind("id", UUID.fromString(story.caseId).toString())
                        .mapTo(String.class)
                        .list());
    }
}
