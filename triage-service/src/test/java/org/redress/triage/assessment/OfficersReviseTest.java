package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.triage.assessment.Officers.agent;
import static org.redress.triage.assessment.Officers.analyst;
import static org.redress.triage.assessment.Officers.officer;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.platform.testing.Contract;
import org.redress.triage.WithTriage;

@WithTriage
class OfficersReviseTest {

    private static final String ADDRESS = "/api/v1/cases/{number}/assessments";
    private static final String LOWER =
            """
            {"severity": "LOW", "caseClass": "COMPLAINT", "reason": "误报，已与客户核实"}
            """;

    @Test
    void a_person_lowers_a_level_and_the_rest_follows() {
        // given
        var story = aFire();

        // when
        var answer =
                by(officer("hq"))
                        .header("If-Match", "\"1\"")
                        .body(LOWER)
                        .post(ADDRESS, story.number);

        // then
        answer.then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("severity", equalTo("LOW"))
                .body("priority", equalTo("P4"))
                .body("tier", equalTo("T1"))
                .body("responseLevel", equalTo("NONE"))
                .body("assessedBy.id", equalTo("zhao.lei"));
        var event = story.assessed(2);
        assertThat(event.json().at("/actor/kind").asText()).isEqualTo("PERSON");
        assertThat(event.json().get("reason").asText()).isEqualTo("误报，已与客户核实");
        assertThat(Contract.of(event.type()).faults(event.text())).isEmpty();
    }

    @Test
    void what_the_person_sets_is_kept_as_set() {
        // given
        var story = aFire();

        // when
        var answer =
                by(officer("hq"))
                        .header("If-Match", "\"1\"")
                        .body(
                                """
                                {"severity": "HIGH", "ownerUnit": "hq/legal", "responseLevel": "II",
                                 "reason": "由法务部牵头"}
                                """)
                        .post(ADDRESS, story.number);

        // then
        answer.then()
                .statusCode(201)
                .body("ownerUnit", equalTo("hq/legal"))
                .body("responseLevel", equalTo("II"))
                .body("priority", equalTo("P2"));
    }

    @Test
    void a_repeated_request_has_one_effect() {
        // given
        var story = aFire();
        var key = UUID.randomUUID().toString();

        // when
        var first =
                by(officer("hq"))
                        .header("Idempotency-Key", key)
                        .header("If-Match", "\"1\"")
                        .body(LOWER)
                        .post(ADDRESS, story.number);
        var second =
                by(officer("hq"))
                        .header("Idempotency-Key", key)
                        .header("If-Match", "\"1\"")
                        .body(LOWER)
                        .post(ADDRESS, story.number);

        // then
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        history(story).then().body("items.revision", equalTo(List.of(2, 1)));
    }

    @Test
    void who_has_not_seen_the_present_assessment_may_not_revise_it() {
        var story = aFire();

        by(officer("hq"))
                .header("If-Match", "\"7\"")
                .body(LOWER)
                .post(ADDRESS, story.number)
                .then()
                .statusCode(412);
        by(officer("hq")).body(LOWER).post(ADDRESS, story.number).then().statusCode(428);
    }

    @Test
    void a_revision_needs_its_reason_and_known_words() {
        var story = aFire();

        problem(story, "{\"severity\": \"LOW\"}")
                .then()
                .body("violations.field", hasItem("reason"));
        problem(story, "{\"severity\": \"MILD\", \"reason\": \"x\"}")
                .then()
                .body("violations.field", hasItem("severity"));
        problem(story, "{\"urgency\": 1, \"reason\": \"x\"}")
                .then()
                .body("violations.field", hasItem("urgency"));
        problem(story, "{\"ownerUnit\": \"HQ/..\", \"reason\": \"x\"}")
                .then()
                .body("violations.field", hasItem("ownerUnit"));
    }

    @Test
    void a_revision_is_taken_at_its_word_or_not_at_all() {
        var story = aFire();
        assertThat(
                        List.of(
                                "{\"reason\": \"　\"}",
                                "{\"reason\": \"\u200b\u2800\"}",
                                "{\"reason\": \"so\\u0000\"}",
                                "{\"reason\": \"so\\ud800\"}",
                                "{\"reason\": \"a\", \"reason\": \"b\"}",
                                "{\"reason\": \"a\"} {\"reason\": \"b\"}",
                                "{\"reason\": \"a\", \"severity\": 1}",
                                "{\"reason\": \"a\", \"severity\": \" LOW \"}",
                                "{\"reason\": 1}",
                                "[]"))
                .allSatisfy(
                        body -> problem(story, body).then().body("violations.size()", equalTo(1)));
        history(story).then().body("items.revision", equalTo(List.of(1)));
    }

    @Test
    void a_query_parameter_that_nobody_reads_is_refused_by_name() {
        by(officer("hq"))
                .queryParam("severity", "LOW")
                .get("/api/v1/review-queue")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("severity")));
    }

    @Test
    void a_refusal_speaks_the_language_of_its_reader() {
        var story = aFire();

        by(officer("hq/finance"))
                .header("Accept-Language", "zh-CN")
                .get(ADDRESS, story.number)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", equalTo("您所属的单位没有这一案件。"));
    }

    @Test
    void only_triage_officers_revise_and_bi_reads_nothing_here() {
        var story = aFire();

        by(agent("hq"))
                .header("If-Match", "\"1\"")
                .body(LOWER)
                .post(ADDRESS, story.number)
                .then()
                .statusCode(403);
        by(analyst("hq")).get(ADDRESS, story.number).then().statusCode(403);
        given().get(ADDRESS, story.number).then().statusCode(401);
    }

    @Test
    void a_case_of_another_unit_is_not_there() {
        var story = aFire();

        by(officer("hq/finance")).get(ADDRESS, story.number).then().statusCode(404);
        by(officer("hq/finance"))
                .header("If-Match", "\"1\"")
                .body(LOWER)
                .post(ADDRESS, story.number)
                .then()
                .statusCode(404);
        by(officer("hq/outlets")).get(ADDRESS, story.number).then().statusCode(200);
        by(officer("hq/safety")).get(ADDRESS, story.number).then().statusCode(200);
    }

    @Test
    void a_mistyped_number_is_told_from_one_that_is_not_there() {
        by(officer("hq"))
                .get(ADDRESS, "C-20261121-000421")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("number"));
        by(officer("hq")).get(ADDRESS, "C-20261121-000420").then().statusCode(404);
    }

    private static Story aFire() {
        var story = Story.at("hq/outlets/east").registered("店里起火了");
        story.assessed(1);
        return story;
    }

    private static Response history(Story story) {
        return by(officer("hq")).get(ADDRESS, story.number);
    }

    private static Response problem(Story story, String body) {
        var answer =
                by(officer("hq"))
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .post(ADDRESS, story.number);
        answer.then().statusCode(400).contentType("application/problem+json");
        return answer;
    }

    private static RequestSpecification by(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
