package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.paging.EscalationStory.FIVE_MINUTES;
import static org.redress.escalation.paging.EscalationStory.duty;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class APageThatFailsTest {

    private final EscalationStory story = EscalationStory.ofTwoSteps();

    @Test
    void a_page_that_cannot_be_delivered_costs_no_waiting_time() {
        story.begin();
        story.letTimePass(Duration.ofMinutes(1));
        story.undelivered(1);
        story.letTimePass(Duration.ofMinutes(4));

        assertThat(story.told()).containsExactly("+0m 1.1A zhang.lei", "+1m 1.1B he.jing");
    }

    @Test
    void a_page_that_fails_after_the_next_person_was_paged_changes_nothing() {
        story.begin();
        story.letTimePass(FIVE_MINUTES);
        story.undelivered(1);
        story.undelivered(2);
        story.undelivered(2);

        assertThat(story.told())
                .containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B he.jing", "+5m 1.2A xu.qiang");
    }

    @Test
    void if_no_page_can_be_delivered_the_policy_is_exhausted_at_once() {
        var brief =
                EscalationStory.of(
                        1, List.of("duty-officer"), duty("duty-officer", "zhang.lei", "he.jing"));
        brief.begin();
        brief.undelivered(1);
        brief.undelivered(2);

        assertThat(brief.told())
                .containsExactly("+0m 1.1A zhang.lei", "+0m 1.1B he.jing", "+0m exhausted");
    }
}
