package org.redress.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;
import org.redress.reporting.events.About;
import org.redress.reporting.events.Actor;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.News;

class AStoryIsToldInOrderTest {
    private static final News ANYTHING = new News.Withdrawn();
    private static final News DELIVERED =
            new News.MessageAcknowledged("m-1", "wang.fang", new Code("API"));

    @Test
    void of_when_things_happened_and_not_of_when_they_were_heard() {
        var later = event("a", 2, 2, null, ANYTHING);
        var earlier = event("b", 1, 9, null, ANYTHING);

        assertThat(ids(later, earlier)).containsExactly("b", "a");
    }

    @Test
    void of_cause_and_effect_where_both_happened_at_one_moment() {
        var effect = event("a", 1, 1, "b", ANYTHING);
        var cause = event("b", 1, 5, "c", DELIVERED);
        var firstCause = event("c", 1, 7, "unknown", ANYTHING);

        assertThat(ids(effect, cause, firstCause)).containsExactly("c", "b", "a");
    }

    @Test
    void of_the_writing_down_and_then_of_the_topics_where_nothing_else_tells() {
        var lastWritten = event("a", 1, 3, null, ANYTHING);
        var delivered = event("b", 1, 2, null, DELIVERED);
        var handled = event("c", 1, 2, null, ANYTHING);

        assertThat(ids(lastWritten, delivered, handled)).containsExactly("c", "b", "a");
    }

    @Test
    void of_the_writing_down_where_the_cause_happened_earlier() {
        var cause = event("a", 1, 1, null, ANYTHING);
        var effect = event("c", 2, 3, "a", ANYTHING);
        var another = event("b", 2, 4, null, ANYTHING);

        assertThat(ids(another, effect, cause)).containsExactly("a", "c", "b");
    }

    @Test
    void of_the_ids_where_really_nothing_else_tells() {
        var one = event("a", 1, 1, null, ANYTHING);
        var other = event("b", 1, 1, null, ANYTHING);

        assertThat(ids(other, one)).isEqualTo(ids(one, other)).containsExactly("a", "b");
    }

    @Test
    void even_if_two_events_claim_to_have_caused_each_other() {
        assertThat(ids(event("a", 1, 1, "b", ANYTHING), event("b", 1, 1, "a", ANYTHING)))
                .containsExactly("a", "b");
    }

    @Test
    void whatever_the_order_in_the_table() {
        var told = Story.ofALongRoad().events();
        var order = StoryOrder.of(told);
        var random = new Random(42);
        for (int walk = 0; walk < 200; walk++) {
            var shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, random);
            assertThat(StoryOrder.of(shuffled)).isEqualTo(order);
        }
    }

    private static List<String> ids(CaseEvent... events) {
        return StoryOrder.of(List.of(events)).stream().map(CaseEvent::id).toList();
    }

    private static CaseEvent event(
            String id, int occurred, int recorded, @Nullable String cause, News news) {
        return new CaseEvent(
                id,
                new Code("REAL"),
                cause,
                new About(
                        new CaseId(new UUID(0, 1)),
                        Story.NUMBER,
                        1,
                        null,
                        Story.MORNING.plusSeconds(occurred),
                        Story.MORNING.plusSeconds(recorded),
                        new Actor(new Code("TIMER"), null, "test")),
                news);
    }
}
