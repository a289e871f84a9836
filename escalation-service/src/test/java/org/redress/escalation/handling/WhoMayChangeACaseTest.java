package org.redress.escalation.handling;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** Who changes a case has seen it as it is, may see it, and asks for what its state allows. */
@WithEscalation
class WhoMayChangeACaseTest {

    @Test
    void the_same_request_a_second_time_gets_the_same_answer_and_does_nothing() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        var request = Map.of("kind", "NOTE", "note", "once");
        story.accept();
        String etag = story.view().getHeader("ETag");

        for (int i = 0; i < 2; i++) {
            CaseStory.with("chen.wei", "handler", "hq")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "note-" + story.id())
                    .contentType("application/json")
                    .body(request)
                    .post(story.path("progress"))
                    .then()
                    .statusCode(200);
        }

        story.view().then().body("journal.findAll { it.activity == 'NOTE' }", hasSize(1));
    }

    @Test
    void who_has_not_seen_the_present_version_changes_nothing() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        CaseStory.with("chen.wei", "handler", "hq")
                .post(story.path("acceptance"))
                .then()
                .statusCode(428);
        CaseStory.with("chen.wei", "handler", "hq")
                .header("If-Match", "\"77\"")
                .post(story.path("acceptance"))
                .then()
                .statusCode(412);

        story.view().then().body("status", equalTo("ASSIGNED"));
    }

    @Test
    void what_the_state_does_not_allow_is_a_conflict_that_says_why() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        story.resolve().statusCode(409).body("detail", containsString("Accept the case first"));
        story.accept();
        story.as("gao.peng", "handler")
                .post(story.path("acceptance"))
                .then()
                .statusCode(409)
                .body("detail", containsString("chen.wei"));
    }

    @Test
    void a_manager_may_resolve_for_the_handler_but_another_handler_may_not() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept();
        var resolution = Map.of("resolution", "Done.");

        story.as("gao.peng", "handler")
                .body(resolution)
                .post(story.path("resolution"))
                .then()
                .statusCode(409);
        story.as("wang.fang", "manager")
                .body(resolution)
                .post(story.path("resolution"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_case_of_another_unit_does_not_exist() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        String etag = story.view().getHeader("ETag");

        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get(story.path("handling"))
                .then()
                .statusCode(404);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .header("If-Match", etag)
                .post(story.path("acceptance"))
                .then()
                .statusCode(404);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get("/api/v1/handlings")
                .then()
                .body("items.caseNumber", not(hasItem(story.number())));
        CaseStory.with("song.yan", "handler", "hq/finance")
                .get("/api/v1/handlings?unit=hq/finance&status=ASSIGNED")
                .then()
                .body("items.caseNumber", hasItem(story.number()));
    }
}
