package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

@WithEscalation
class ClockDoorsTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @Test
    void a_case_that_no_unit_receives_is_warned_of_then_breached_and_reaches_the_unit_head() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/quality");

        deadlines(story)
                .forEach(deadline -> {
                    clock.setInstant(deadline);
                    timer.fireDue();
                });

        story.view()
                .then()
                .body("clocks.state", equalTo(List.of("BREACHED", "BREACHED", "BREACHED")))
                .body("escalations[0].trigger", equalTo("CLOCK_BREACH"))
                .body("escalations[0].clock", equalTo("UNIT_RECEIPT"))
                .body("escalations[0].pages[0].personId", equalTo("xu.qiang"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertThat(story.told()).filteredOn("clock.warned"::equals).hasSize(3);
                    assertThat(story.told()).filteredOn("clock.breached"::equals).hasSize(3);
                });
    }

    private static Stream<Instant> deadlines(CaseStory story) {
        var clocks = story.view().jsonPath();
        return Stream.concat(
                        clocks.<String>getList("clocks.warnAt").stream(),
                        clocks.<String>getList("clocks.dueAt").stream())
                .map(Instant::parse)
                .sorted();
    }

    @Test
    void a_breach_while_somebody_is_being_reached_raises_nothing_more() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        IntStream.range(0, 12)
                .forEach(minute -> {
                    clock.add(Duration.ofMinutes(1));
                    timer.fireDue();
                });

        story.view()
                .then()
                .body("clocks.find { it.clock == 'UNIT_RECEIPT' }.state", equalTo("BREACHED"))
                .body("escalations.trigger", equalTo(List.of("SEVERITY")));
    }

    @Test
    void what_is_done_too_late_before_the_timer_looked_is_breached_and_met() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        clock.add(Duration.ofMinutes(11));

        story.accept().statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .containsSubsequence(
                                        "case.progressed", "clock.breached", "clock.met"));
    }
}
