package org.redress.escalation.handling;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

@WithEscalation
class BadInputIsRefusedByNameTest {

    @Test
    void bad_input_is_refused_by_name() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        String forged =
                story.number().substring(0, story.number().length() - 1)
                        + (story.number().endsWith("0") ? "1" : "0");

        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/cases/" + forged + "/handling")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("number"));
        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/cases/nonsense/handling")
                .then()
                .statusCode(400);
        CaseStory.with("chen.wei", "handler", "hq")
                .get(CaseStory.unknown().path("handling"))
                .then()
                .statusCode(404);
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"NOTE\"}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("note")));
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"SHOUT\", \"note\": \"x\"}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("kind")));
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"NOTE\", \"note\": \"x\", \"mood\": 1}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("mood")));
        story.as("chen.wei", "handler")
                .body("{")
                .post(story.path("progress"))
                .then()
                .statusCode(400);
        CaseStory.with("chen.wei", "handler", "hq")
                .contentType("text/plain")
                .body("x")
                .post(story.path("progress"))
                .then()
                .statusCode(415);
        given().get(story.path("handling")).then().statusCode(401);
        CaseStory.with("sun.yu", "bi-analyst", "hq")
                .get(story.path("handling"))
                .then()
                .statusCode(403);
        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/handlings?status=LOST")
                .then()
                .statusCode(oneOf(400, 404));
        story.view().then().body("status", equalTo("ASSIGNED"));
    }
}
