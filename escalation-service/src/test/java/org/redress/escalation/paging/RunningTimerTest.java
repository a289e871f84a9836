package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;
import org.threeten.extra.MutableClock;

/** The loop as it runs in production, two replicas of it. */
@WithEscalation
class RunningTimerTest {

    @Inject DueLoop timer;
    @Inject Loops loops;
    @Inject MutableClock clock;

    private List<Loop> replicas;

    @BeforeEach
    void start() {
        replicas = Stream.generate(() -> loops.start("replica", this::pass)).limit(2).toList();
    }

    private Duration pass() {
        timer.fireDue();
        return Duration.ofMillis(20);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Loop replica : replicas) {
            loops.stop(replica);
        }
    }

    @Test
    void the_deputy_is_paged_once_when_the_time_has_come() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        clock.add(Duration.ofMinutes(5));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(story.paged()).containsExactly("zhang.lei", "he.jing"));
    }

    @Test
    void cases_whose_assessments_come_first_are_all_assigned() {
        List<CaseStory> stories = Stream.generate(CaseStory::unknown).limit(30).toList();

        stories.parallelStream()
                .forEach(story -> {
                    story.assess(1, "LOW", "hq/finance");
                    story.register();
                });

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> {
                    clock.add(Duration.ofSeconds(1));
                    assertThat(stories)
                            .allSatisfy(story ->
                                    assertThat(story.view().path("status").toString())
                                            .isEqualTo("ASSIGNED"));
                });
    }
}
