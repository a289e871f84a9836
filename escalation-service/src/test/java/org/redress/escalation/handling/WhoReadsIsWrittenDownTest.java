package org.redress.escalation.handling;

import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** Whatever shows words is in the audit, the answers to changes included (XX-01). */
@WithEscalation
class WhoReadsIsWrittenDownTest {

    @Test
    void an_answer_to_a_change_and_a_look_into_the_journal_are_reads() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        int before = audit(story).extract().jsonPath().getList("items").size();

        CaseStory.with("chen.wei", "handler", "hq")
                .get(story.path("journal"))
                .then()
                .statusCode(200);
        audit(story).body("items", hasSize(before + 1));

        story.accept().statusCode(200);
        audit(story).body("items", hasSize(before + 3));
    }

    private static ValidatableResponse audit(CaseStory story) {
        return CaseStory.with("wu.jing", "auditor")
                .get("/api/v1/audit?subjectKind=case&subjectId=" + story.number())
                .then()
                .statusCode(200);
    }
}
