package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** What cannot be true does nothing, and lies with its reason where somebody sees it. */
@WithEscalation
class StrangersAreNotBelievedTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @Test
    void an_acknowledgment_by_somebody_who_was_not_paged_stops_nothing() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        Map<String, Object> forged = new HashMap<>(story.lastPage());
        forged.put("personId", "he.jing");

        story.acknowledgeByMail(forged, story.escalationId());

        assertThat(reason("redress.deliveries", story)).contains("was not paged");
        story.view().then().body("escalations[0].state", equalTo("RUNNING"));
    }

    @Test
    void an_acknowledgment_of_an_escalation_that_there_is_not_is_put_aside() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        story.acknowledgeByMail(story.lastPage(), UUID.randomUUID().toString());

        assertThat(reason("redress.deliveries", story)).contains("not known");
    }

    @Test
    void a_revision_far_beyond_the_next_does_not_shut_out_the_true_ones() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");

        story.assess(Integer.MAX_VALUE, "LOW", "hq/quality");
        assertThat(reason("redress.assessments", story)).contains("far beyond the next");
        story.assess(2, "CRITICAL", "hq/quality");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("severity", equalTo("CRITICAL")));
    }

    @Test
    void a_revision_waits_for_those_before_it_but_not_for_ever() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");

        story.assess(3, "HIGH", "hq/quality");
        story.assess(2, "MEDIUM", "hq/quality");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    story.view().then().body("severity", equalTo("HIGH"));
                });
        story.assess(5, "CRITICAL", "hq/quality");
        story.assess(3, "LOW", "hq/quality");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    clock.add(Duration.ofMinutes(2));
                    timer.fireDue();
                    story.view().then().body("severity", equalTo("CRITICAL"));
                });
    }

    private static String reason(String topic, CaseStory story) {
        return TestTopics.await(
                        topic + ".escalation.dlq", message -> story.id().equals(message.key()))
                .headers()
                .get("dead-letter-reason");
    }
}
