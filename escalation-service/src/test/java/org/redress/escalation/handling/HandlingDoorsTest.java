package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** A case from its first word to its last, as the doors and the topics show it. */
@WithEscalation
class HandlingDoorsTest {

    @Test
    void a_case_goes_from_the_phone_to_a_satisfied_customer() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/logistics");

        story.accept()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("handler", equalTo("chen.wei"));
        story.note("NOTE").statusCode(200);
        story.note("FIRST_RESPONSE").statusCode(200);
        story.resolve().statusCode(200).body("status", equalTo("RESOLVED"));
        story.satisfaction(1, "SATISFIED", 1);
        story.awaitStatus("CLOSED");

        story.view()
                .then()
                .body("closedAs", equalTo("SATISFIED"))
                .body("clocks.state", everyItem(equalTo("MET")))
                .body("escalations", hasSize(0))
                .body(
                        "journal.activity",
                        equalTo(
                                List.of(
                                        "ASSIGNED",
                                        "ACCEPTED",
                                        "NOTE",
                                        "FIRST_RESPONSE",
                                        "RESOLVED",
                                        "CLOSED_SATISFIED")));
        awaitTold(
                story,
                "case.assigned",
                "clock.started",
                "clock.started",
                "clock.started",
                "case.progressed",
                "clock.met",
                "case.progressed",
                "case.progressed",
                "clock.met",
                "case.resolved",
                "clock.met",
                "clock.started",
                "case.closed",
                "clock.met");
    }

    @Test
    void a_customer_who_is_not_satisfied_gets_a_new_round_that_the_unit_head_hears_of() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");

        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("round", equalTo(2))
                .body("tier", equalTo("T2"))
                .body("handler", equalTo(null))
                .body("clocks.findAll { it.round == 2 }.state", everyItem(equalTo("RUNNING")))
                .body("escalations[0].trigger", equalTo("REOPENED"))
                .body("escalations[0].pages.personId", equalTo(List.of("xu.qiang")));
    }

    @Test
    void the_third_vain_call_closes_the_case() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");

        story.satisfaction(1, "UNREACHABLE", 1);
        story.satisfaction(1, "UNREACHABLE", 2);
        story.satisfaction(1, "UNREACHABLE", 3);
        story.awaitStatus("CLOSED");

        story.view().then().body("closedAs", equalTo("UNREACHABLE"));
    }

    @Test
    void a_withdrawn_case_is_over_for_clocks_and_escalations() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/safety");

        story.withdraw();
        story.awaitStatus("CLOSED");

        story.view()
                .then()
                .body("closedAs", equalTo("WITHDRAWN"))
                .body("clocks.findAll { it.clock != 'TRIAGE' }.state", everyItem(equalTo("ENDED")))
                .body("escalations.state", equalTo(List.of("ENDED")));
        CaseStory.with("wang.fang", "manager", "hq")
                .post("/api/v1/escalations/" + story.escalationId() + "/acknowledgment")
                .then()
                .statusCode(409);
    }

    @Test
    void a_revision_that_raises_the_severity_moves_the_case_and_reaches_somebody() {
        CaseStory story = CaseStory.assigned("LOW", "hq/logistics");
        story.accept().statusCode(200);

        story.assess(2, "CRITICAL", "hq/safety");
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("ownerUnit", equalTo("hq/safety"))
                .body("handler", equalTo(null))
                .body("escalations[0].pages.personId", equalTo(List.of("feng.tao")))
                .body(
                        "clocks.findAll { it.clock == 'UNIT_RECEIPT' }.calendar",
                        equalTo(List.of("working-hours", "24x7")))
                .body(
                        "clocks.find { it.clock == 'FIRST_RESPONSE' && it.state == 'RUNNING' }.calendar",
                        equalTo("24x7"));
    }

    private static void awaitTold(CaseStory story, String... types) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).containsExactly(types));
    }
}
