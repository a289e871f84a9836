package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.escalation.paging.EscalationStory.FIVE_MINUTES;
import static org.redress.escalation.paging.EscalationStory.duty;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of a policy name duties; the roster as it stands says whom each of them reaches. */
class WhoIsPagedTest {

    private static final Duration LONG = Duration.ofHours(2);
    private static final List<String> BOTH_STEPS = List.of("duty-officer", "unit-head");

    @Test
    void who_holds_both_a_and_b_is_paged_once_per_repeat() {
        var story =
                EscalationStory.of(
                        2,
                        BOTH_STEPS,
                        duty("duty-officer", "zhang.lei", "zhang.lei"),
                        duty("unit-head", "xu.qiang", null));
        story.begin();
        story.letTimePass(LONG);

        assertThat(story.told())
                .containsExactly(
                        "+0m 1.1A zhang.lei",
                        "+5m 1.2A xu.qiang",
                        "+10m 2.1A zhang.lei",
                        "+15m 2.2A xu.qiang",
                        "+20m exhausted");
    }

    @Test
    void who_was_paged_in_an_earlier_step_is_left_out_of_a_later_one() {
        var story =
                EscalationStory.of(
                        1,
                        BOTH_STEPS,
                        duty("duty-officer", "zhang.lei", "xu.qiang"),
                        duty("unit-head", "xu.qiang", "zhang.lei"));
        story.begin();
        story.letTimePass(LONG);

        assertThat(story.told())
                .containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B xu.qiang", "+10m exhausted");
    }

    @Test
    void a_page_names_who_is_next_and_when_as_the_roster_stands() {
        var story =
                EscalationStory.of(
                        2,
                        BOTH_STEPS,
                        duty("duty-officer", "zhang.lei", "he.jing"),
                        duty("unit-head", "he.jing", "xu.qiang"));

        assertThat(story.begin())
                .isInstanceOfSatisfying(
                        PagingEvent.Paged.class,
                        paged ->
                                assertThat(paged.next())
                                        .extracting(page -> page.person().value(), Page::pagedAt)
                                        .containsExactly(
                                                tuple("he.jing", story.after(FIVE_MINUTES)),
                                                tuple(
                                                        "xu.qiang",
                                                        story.after(Duration.ofMinutes(10))),
                                                tuple(
                                                        "zhang.lei",
                                                        story.after(Duration.ofMinutes(15)))));
    }

    @Test
    void a_duty_that_nobody_has_any_more_is_passed_over() {
        var story = EscalationStory.of(1, BOTH_STEPS, duty("unit-head", "xu.qiang", null));
        story.begin();
        story.letTimePass(LONG);

        assertThat(story.told()).containsExactly("+0m 1.2A xu.qiang", "+5m exhausted");
    }

    @Test
    void who_takes_over_a_duty_meanwhile_is_paged_instead() {
        var story = EscalationStory.ofTwoSteps();
        story.begin();
        story.nowServe(
                duty("duty-officer", "zhang.lei", "guo.li"),
                duty("unit-head", "xu.qiang", "lin.yu"));
        story.letTimePass(FIVE_MINUTES);

        assertThat(story.told()).containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B guo.li");
    }
}
