package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.facts.FactFixtures.fold;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.Story;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.EventType;
import org.redress.reporting.events.News;

/** Order holds within one key of one topic, and nothing else is promised. */
class AnyOrderGivesTheSameFactTest {
    private static final int WALKS = 2_000;

    private final List<CaseEvent> told = Story.ofALongRoad().events();
    private final Random random = new Random(20_261_121);

    @Test
    void every_interleaving_of_the_topics_gives_the_fact_of_the_true_order() {
        for (int walk = 0; walk < WALKS; walk++) {
            assertThat(fold(interleaved())).isEqualTo(fold(told));
        }
    }

    @Test
    void whatever_is_delivered_twice_changes_nothing() {
        for (int walk = 0; walk < WALKS; walk++) {
            var replayed = interleaved();
            for (var again : told.subList(0, random.nextInt(told.size()))) {
                replayed.add(random.nextInt(replayed.size() + 1), again);
            }
            assertThat(fold(replayed)).isEqualTo(fold(told));
        }
    }

    @Test
    void even_order_within_a_topic_is_not_needed() {
        for (int walk = 0; walk < WALKS; walk++) {
            var shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(fold(told));
        }
    }

    @Test
    void a_fact_that_was_stored_halfway_goes_on_as_if_it_had_not() {
        for (int halfway = 1; halfway <= told.size(); halfway++) {
            var fact = fold(told.subList(0, halfway));
            var stored = EventJson.read(EventJson.write(fact), CaseFact.class);
            for (var event : told.subList(halfway, told.size())) {
                stored = stored.with(event);
            }
            assertThat(stored).isEqualTo(fold(told));
        }
    }

    private List<CaseEvent> interleaved() {
        var topics = new ArrayList<>(byKeyOfOneTopic().values());
        var order = new ArrayList<CaseEvent>();
        while (!topics.isEmpty()) {
            var topic = topics.get(random.nextInt(topics.size()));
            order.add(topic.removeFirst());
            topics.removeIf(Deque::isEmpty);
        }
        return order;
    }

    private Map<String, Deque<CaseEvent>> byKeyOfOneTopic() {
        return told.stream()
                .collect(
                        Collectors.groupingBy(
                                AnyOrderGivesTheSameFactTest::keyOfTopic,
                                Collectors.toCollection(ArrayDeque::new)));
    }

    private static String keyOfTopic(CaseEvent event) {
        return switch (event.news()) {
            case News.MessageSent sent -> sent.messageId();
            case News.MessageFailed failed -> failed.messageId();
            case News.MessageAcknowledged acknowledged -> acknowledged.messageId();
            case News.Assessed _ -> "assessments";
            case News news when EventType.of(news).compareTo(EventType.ASSESSED) < 0 -> "cases";
            case News _ -> "handling";
        };
    }
}
