package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;

/** Order holds only within one topic: what comes too early waits. */
@WithEscalation
class EventsOutOfOrderTest {

    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    @Test
    void an_assessment_that_comes_before_the_registration_waits_for_it() {
        CaseStory story = CaseStory.unknown();
        story.assess(1, "HIGH", "hq/finance");
        story.assess(2, "CRITICAL", "hq/finance");
        await().atMost(Duration.ofSeconds(10)).until(() -> parked(story) == 2);
        timer.fireDue();
        story.register();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    assertThat((String) story.view().path("severity")).isEqualTo("CRITICAL");
                });

        story.view()
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("ownerUnit", equalTo("hq/finance"));
    }

    @Test
    void satisfaction_that_comes_before_the_resolution_waits_for_it() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.satisfaction(1, "SATISFIED", 1);
        story.accept().statusCode(200);
        timer.fireDue();
        story.view().then().body("status", equalTo("IN_PROGRESS"));
        story.resolve().statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    assertThat(story.view().path("status").toString()).isEqualTo("CLOSED");
                });
    }

    private long parked(CaseStory story) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from parked_event where case_id = ?")
                        .bind(0, UUID.fromString(story.id()))
                        .mapTo(Long.class)
                        .one());
    }
}
