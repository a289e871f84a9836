package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.TestTopics;

@WithEscalation
class UnreadableEventsTest {

    @Test
    void an_assessment_that_cannot_be_read_is_put_aside_and_the_next_one_is_applied() {
        CaseStory story = CaseStory.registered();

        TestTopics.publish(
                "redress.assessments",
                story.id(),
                "redress.case.assessed.v1",
                "{\"severity\": \"AWFUL\"}");
        story.assess(1, "LOW", "hq/finance");
        story.awaitStatus("ASSIGNED");

        var letter =
                TestTopics.await(
                        "redress.assessments.escalation.dlq",
                        message -> story.id().equals(message.key()));
        assertThat(letter.headers().get("dead-letter-reason")).contains("severity");
        assertThat(letter.text()).as("sealed").doesNotContain("AWFUL");
    }
}
