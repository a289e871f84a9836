package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.triage.assessment.Officers.agent;
import static org.redress.triage.assessment.Officers.officer;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.triage.WithTriage;

@WithTriage
class ReviewQueueTest {

    private static final String UNIT = "hq/outlets/west";

    @Test
    void what_the_rules_are_unsure_of_waits_in_order_until_a_person_confirms_it() {
        // given
        var unsure = Story.at(UNIT).registered("好的");
        unsure.assessed(1);
        var sure = Story.at(UNIT).registered("我要投诉，快递一直没发货");
        sure.assessed(1);
        var alsoUnsure = Story.at(UNIT).registered("嗯");
        alsoUnsure.assessed(1);

        // when
        var waiting = queue(1);

        // then
        assertThat(waiting)
                .containsSubsequence(unsure.number, alsoUnsure.number)
                .doesNotContain(sure.number);

        // when
        given().auth()
                .oauth2(officer("hq"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"已核实\"}")
                .post("/api/v1/cases/{number}/assessments", unsure.number)
                .then()
                .statusCode(201);

        // then
        assertThat(queue(50)).contains(alsoUnsure.number).doesNotContain(unsure.number);
    }

    @Test
    void a_case_that_its_unit_returns_waits_to_be_judged_anew_with_the_reason() {
        var sure = Story.at(UNIT).registered("我要投诉，快递一直没发货");
        sure.assessed(1);
        assertThat(queue(50)).doesNotContain(sure.number);

        // when
        sure.returned("Not our kettle.");

        // then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(queue(50)).contains(sure.number));
        given().auth()
                .oauth2(officer(UNIT))
                .queryParam("limit", 200)
                .get("/api/v1/review-queue")
                .then()
                .body(
                        "items.find { it.caseNumber == '" + sure.number + "' }.returned.reason",
                        equalTo("Not our kettle."));
        given().auth()
                .oauth2(officer("hq"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"ownerUnit\": \"hq/quality\", \"reason\": \"已核实\"}")
                .post("/api/v1/cases/{number}/assessments", sure.number)
                .then()
                .statusCode(201);
        assertThat(queue(50)).doesNotContain(sure.number);
    }

    @Test
    void nobody_sees_what_waits_in_other_units() {
        var unsure = Story.at(UNIT).registered("好的");
        unsure.assessed(1);

        var numbers =
                given().auth()
                        .oauth2(officer("hq/finance"))
                        .get("/api/v1/review-queue")
                        .jsonPath()
                        .getList("items.caseNumber");

        assertThat(numbers).doesNotContain(unsure.number);
    }

    @Test
    void a_wrong_cursor_and_a_wrong_role_are_refused() {
        given().auth()
                .oauth2(officer("hq"))
                .queryParam("cursor", "rubbish")
                .get("/api/v1/review-queue")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
        given().auth()
                .oauth2(officer("hq"))
                .queryParam("limit", 0)
                .get("/api/v1/review-queue")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("limit"));
        given().auth().oauth2(agent("hq")).get("/api/v1/review-queue").then().statusCode(403);
    }

    /** All pages of this size, one after the other. */
    private static List<String> queue(int pageSize) {
        var numbers = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var request = given().auth().oauth2(officer(UNIT)).queryParam("limit", pageSize);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/api/v1/review-queue").jsonPath();
            numbers.addAll(page.getList("items.caseNumber"));
            cursor = page.getString("next");
        } while (cursor != null);
        return numbers;
    }
}
