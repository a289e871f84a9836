package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.PersonId;

class EscalationTest {

    private static final String DUTY_A = "zhang.lei";
    private static final String DUTY_B = "he.jing";
    private static final Duration LONG = Duration.ofHours(2);

    private final EscalationStory story = EscalationStory.ofTwoSteps();

    @Test
    void nobody_answers_and_so_everybody_is_paged_as_often_as_the_policy_says() {
        story.begin();
        story.letTimePass(LONG);

        assertThat(story.told())
                .containsExactly(
                        "+0m 1.1A zhang.lei",
                        "+5m 1.1B he.jing",
                        "+10m 1.2A xu.qiang",
                        "+15m 1.2B lin.yu",
                        "+20m 2.1A zhang.lei",
                        "+25m 2.1B he.jing",
                        "+30m 2.2A xu.qiang",
                        "+35m 2.2B lin.yu",
                        "+40m exhausted");
    }

    @Test
    void an_acknowledgment_stops_every_further_step() {
        story.begin();
        story.letTimePass(Duration.ofMinutes(7));
        story.acknowledge(DUTY_B, Via.MAIL_LINK);
        story.letTimePass(LONG);

        assertThat(story.told()).containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B he.jing");
    }

    @Test
    void the_a_holder_may_answer_when_the_b_holder_has_been_paged_already() {
        story.begin();
        story.letTimePass(Duration.ofMinutes(7));

        assertThat(story.acknowledge(DUTY_A, Via.MAIL_LINK))
                .isInstanceOfSatisfying(
                        Acknowledgment.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().page()).isNotNull();
                            assertThat(accepted.event().person()).isEqualTo(new PersonId(DUTY_A));
                        });
    }

    @Test
    void a_second_acknowledgment_changes_nothing() {
        story.begin();
        story.acknowledge(DUTY_A, Via.MAIL_LINK);

        assertThat(story.acknowledge(DUTY_B, Via.API))
                .isEqualTo(new Acknowledgment.Repeated(new PersonId(DUTY_A)));
    }

    @Test
    void a_late_acknowledgment_is_welcome_when_the_steps_are_exhausted() {
        story.begin();
        story.letTimePass(LONG);

        assertThat(story.acknowledge(DUTY_A, Via.MAIL_LINK))
                .isInstanceOf(Acknowledgment.Accepted.class);
    }

    @Test
    void an_escalation_that_ended_with_its_case_pages_nobody_and_takes_no_answer() {
        story.begin();
        story.settle(Settlement.WITHDRAWN);
        story.letTimePass(LONG);

        assertThat(story.told()).containsExactly("+0m 1.1A zhang.lei", "+0m WITHDRAWN");
        assertThat(story.acknowledge(DUTY_A, Via.API)).isEqualTo(new Acknowledgment.TooLate());
    }
}
