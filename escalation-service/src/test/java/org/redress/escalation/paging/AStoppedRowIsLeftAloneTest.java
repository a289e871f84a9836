package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.redress.platform.due.DueTable;
import org.threeten.extra.MutableClock;

/** What was stopped while its failure was being seen to is not wound up again. */
@WithEscalation
@Timeout(60)
class AStoppedRowIsLeftAloneTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    @Test
    void only_what_is_still_due_is_put_off() {
        CaseStory running = CaseStory.assigned("CRITICAL", "hq/quality");
        CaseStory stopped = CaseStory.assigned("CRITICAL", "hq/quality");
        clock.add(Duration.ofMinutes(5));
        stopped.withdraw();
        stopped.awaitStatus("CLOSED");

        assertThat(postpone(running)).isTrue();
        assertThat(postpone(stopped)).isFalse();

        stopped.view().then().body("escalations[0].acknowledgeBy", nullValue());
    }

    @Test
    void a_stopped_row_that_was_wound_up_all_the_same_comes_to_rest() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/safety");
        story.withdraw();
        story.awaitStatus("CLOSED");
        Instant past = clock.instant().minusSeconds(1);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        jdbi.useHandle(handle -> {
                            UUID id = UUID.fromString(story.id());
                            handle.execute(
                                    "update case_clock set next_at = ? where case_id = ?",
                                    past,
                                    id);
                            handle.execute(
                                    "update escalation set next_at = ? where case_id = ?",
                                    past,
                                    id);
                        }));

        // In a thread of its own: a loop that winds itself up for ever hears of no interrupt.
        assertTimeoutPreemptively(BOUND, timer::fireDue);

        assertThat(timer.fireDue()).isZero();
    }

    @Test
    void of_a_row_that_cannot_be_fired_the_watch_hears() {
        CaseStory story = CaseStory.assigned("LOW", "hq/safety");
        clocks(story, "update case_clock set state = 'SPOILT', next_at = started_at");

        timer.fireDue();

        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(
                                        CaseStory.with("sun.hao", "manager", "hq")
                                                .get("/api/v1/alerts")
                                                .jsonPath()
                                                .getList(
                                                        "items.findAll { it.kind == 'NOT_FIRED' }.thing",
                                                        String.class))
                                .contains("case_clock"));
        clocks(story, "delete from case_clock");
    }

    private void clocks(CaseStory story, String change) {
        jdbi.useHandle(handle ->
                handle.execute(change + " where case_id = ?", UUID.fromString(story.id())));
    }

    private boolean postpone(CaseStory story) {
        UUID row = UUID.fromString(story.escalationId());
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        new DueTable(
                                        jdbi,
                                        "escalation",
                                        "next_at",
                                        "",
                                        0,
                                        (_, _) -> {},
                                        (_, _) -> {})
                                .postpone(row, clock.instant(), clock.instant().plusSeconds(60)));
    }
}
