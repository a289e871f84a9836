package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.threeten.extra.MutableClock;

/** A customer who comes back after the closure finds the same case (IN-20), for thirty days. */
@WithEscalation
class ReopeningTest {

    @Inject MutableClock clock;

    @Test
    void a_closed_case_is_worked_on_again_when_the_customer_comes_back() {
        CaseStory story = closed();

        story.satisfaction(1, "NOT_SATISFIED", 2);
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("round", equalTo(2))
                .body("closedAs", equalTo(null))
                .body("clocks.findAll { it.round == 2 }.state", everyItem(equalTo("RUNNING")))
                .body("escalations[0].trigger", equalTo("REOPENED"));
    }

    @Test
    void a_manager_has_it_worked_on_again() {
        CaseStory story = closed();

        reopen(story, "handler").statusCode(403);
        reopen(story, "manager")
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("journal[-1].activity", equalTo("REOPENED"))
                .body("clocks.round.count(2)", equalTo(4));

        assertThat(story.view().jsonPath().getString("journal[-1].text"))
                .isEqualTo("it happened again");
        reopen(story, "manager").statusCode(409);
    }

    @Test
    void after_a_month_it_is_another_case() {
        CaseStory story = closed();
        clock.add(Duration.ofDays(31));

        reopen(story, "manager").statusCode(409);

        story.view().then().body("status", equalTo("CLOSED"));
    }

    private static io.restassured.response.ValidatableResponse reopen(
            CaseStory story, String role) {
        return story.as("wang.fang", role)
                .body(Map.of("reason", "it happened again"))
                .post(story.path("reopening"))
                .then();
    }

    private static CaseStory closed() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");
        story.satisfaction(1, "SATISFIED", 1);
        story.awaitStatus("CLOSED");
        return story;
    }
}
