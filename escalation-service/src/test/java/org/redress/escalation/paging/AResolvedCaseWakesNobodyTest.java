package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** What ends a case settles its escalation, and whoever was paged hears of it (NO-06). */
@WithEscalation
class AResolvedCaseWakesNobodyTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @Test
    void a_resolution_settles_the_escalation_that_somebody_else_was_paged_by() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        pass(Duration.ofMinutes(5));
        story.accept().statusCode(200);
        story.resolve().statusCode(200);

        IntStream.range(0, 30).forEach(step -> pass(Duration.ofMinutes(5)));

        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");
        story.view()
                .then()
                .body("escalations.state", equalTo(List.of("ENDED")))
                .body("escalations.endedAs", equalTo(List.of("RESOLVED")));
        JsonNode settled = settled(story);
        assertThat(settled.get("outcome").textValue()).isEqualTo("RESOLVED");
        assertThat(settled.get("handler").textValue()).isEqualTo("chen.wei");
        assertThat(settled.get("actor").get("id").textValue()).isEqualTo("chen.wei");
        assertThat(settled.get("pages").findValuesAsText("personId"))
                .containsExactly("zhang.lei", "he.jing");
    }

    @Test
    void who_was_paged_by_a_withdrawn_case_hears_that_it_is_withdrawn() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");

        story.withdraw();
        story.awaitStatus("CLOSED");

        assertThat(settled(story).get("outcome").textValue()).isEqualTo("WITHDRAWN");
        CaseStory.with("song.yan", "handler", "hq/finance")
                .post("/api/v1/escalations/" + story.escalationId() + "/acknowledgment")
                .then()
                .statusCode(409);
    }

    @Test
    void a_graver_judgement_of_a_resolved_case_waits_for_the_customer() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");

        story.assess(2, "CRITICAL", "hq/quality");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("severity", equalTo("CRITICAL")));

        story.view().then().body("escalations", hasSize(0));
        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");
        story.view().then().body("escalations[0].policyId", equalTo("reopened-urgent"));
    }

    @Test
    void the_page_names_the_clock_that_counts_and_who_is_next() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        JsonNode raised = published(story, "redress.escalation.raised.v1");

        assertThat(raised.get("clock").textValue()).isEqualTo("UNIT_RECEIPT");
        assertThat(raised.get("clockDueAt").textValue())
                .isEqualTo(story.view().path("clocks.find { it.clock == 'UNIT_RECEIPT' }.dueAt"));
        assertThat(raised.get("next").findValuesAsText("personId"))
                .containsExactly("he.jing", "xu.qiang", "liu.min");
        assertThat(raised.get("next").get(0).get("at")).isEqualTo(raised.get("acknowledgeBy"));
    }

    private static JsonNode settled(CaseStory story) {
        return published(story, "redress.escalation.settled.v1");
    }

    private static JsonNode published(CaseStory story, String type) {
        return await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                story.messages().stream()
                                        .filter(message -> message.type().equals(type))
                                        .toList(),
                        found -> !found.isEmpty())
                .stream()
                .map(Message::json)
                .findFirst()
                .orElseThrow();
    }

    private void pass(Duration duration) {
        clock.add(duration);
        timer.fireDue();
    }
}
