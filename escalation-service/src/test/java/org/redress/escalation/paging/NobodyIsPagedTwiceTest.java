package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.paging.EscalationStory.duty;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random walks: answers, failed pages, endings and time, in whatever order. */
class NobodyIsPagedTwiceTest {

    private static final int RUNS = 300;
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261121})
    void whatever_happens_nobody_is_paged_twice_in_one_repeat_and_nothing_follows_an_answer(
            long seed) {
        var walk = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            var story =
                    EscalationStory.of(
                            walk.nextInt(1, 4),
                            List.of("a", "b", "c"),
                            duty("a", any(walk), any(walk)),
                            duty("b", any(walk), any(walk)),
                            duty("c", any(walk), null));
            int toldWhenOver = wander(story, walk);

            assertThat(pages(story)).doesNotHaveDuplicates();
            assertThat(story.told().size()).isLessThanOrEqualTo(toldWhenOver);
        }
    }

    /** How much had been told when it was over. */
    private static int wander(EscalationStory story, Random walk) {
        int toldWhenOver = Integer.MAX_VALUE;
        story.begin();
        for (int step = 0; step < STEPS; step++) {
            switch (walk.nextInt(12)) {
                case 0 -> story.undelivered(walk.nextInt(1, 1 + story.paged()));
                case 1 -> {
                    if (walk.nextInt(5) == 0) {
                        story.acknowledge(any(walk), Via.API);
                    }
                }
                case 2 -> {
                    if (walk.nextInt(9) == 0) {
                        story.settle(Settlement.CLOSED);
                    }
                }
                default -> story.letTimePass(Duration.ofMinutes(walk.nextInt(8)));
            }
            if (story.isOver()) {
                toldWhenOver = Math.min(toldWhenOver, story.told().size());
            }
        }
        return toldWhenOver;
    }

    private static List<String> pages(EscalationStory story) {
        return story.told().stream()
                .filter(line -> !line.matches(".* (exhausted|CLOSED)"))
                .map(line -> line.replaceFirst("\\+\\d+m (\\d)\\.\\d[AB] ", "$1 "))
                .toList();
    }

    private static String any(Random walk) {
        return List.of("p1", "p2", "p3", "p4").get(walk.nextInt(4));
    }
}
