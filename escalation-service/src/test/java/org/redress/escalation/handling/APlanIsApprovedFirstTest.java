package org.redress.escalation.handling;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** A handling plan and a manager's word on it (ES-27). */
@WithEscalation
class APlanIsApprovedFirstTest {

    @Test
    void what_departs_from_the_rules_is_resolved_after_somebody_above_has_agreed() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");
        story.accept().statusCode(200);

        story.does("chen.wei", "handler", "plan", Map.of("plan", "replace all", "deviates", true))
                .statusCode(200)
                .body("plan", equalTo("PROPOSED"))
                .body("planDeviates", equalTo(true))
                .body("journal[-1].text", equalTo("replace all"));
        story.resolve().statusCode(409).body("detail", containsString("approve a handling plan"));
        story.as("chen.wei", "manager").post(story.path("plan/approval")).then().statusCode(409);
        story.as("wang.fang", "manager")
                .post(story.path("plan/approval"))
                .then()
                .statusCode(200)
                .body("plan", equalTo("APPROVED"));
        story.resolve().statusCode(200);
    }
}
