package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** Whatever keeps the timer or notification from what is theirs, it is found within minutes. */
@WithEscalation
class WhatIsMissingIsRaisedTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGER_THAN_SILENCE = Duration.ofMinutes(6);

    /** UNIT_RECEIPT, FIRST_RESPONSE, KEEP_INFORMED and RESOLUTION. */
    private static final int CLOCKS_OF_A_ROUND = 4;

    @Inject Reconciler reconciler;
    @Inject MeterRegistry metrics;
    @Inject Jdbi jdbi;
    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @BeforeEach
    void other_tests_have_left_nothing() {
        timer.fireDue();
        execute("update page set delivery = 'NOT_NEEDED' where delivery is null");
    }

    @Test
    void a_clock_that_has_lost_its_instant_is_told_and_counted_once() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        double before = found("case_clock");
        execute("update case_clock set next_at = null where case_id = ?", story);

        reconciler.look();
        clock.add(Duration.ofMinutes(11));
        timer.fireDue();

        assertThat(found("case_clock")).isEqualTo(before + CLOCKS_OF_A_ROUND);
        story.view()
                .then()
                .body("clocks.find { it.clock == 'UNIT_RECEIPT' }.state", equalTo("BREACHED"));
        reconciler.look();
        assertThat(found("case_clock")).isEqualTo(before + CLOCKS_OF_A_ROUND);
    }

    @Test
    void a_clock_that_stands_far_behind_its_instant_is_put_where_it_belongs() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        double before = found("case_clock");
        execute(
                "update case_clock set next_at = due_at + interval '2 hours' where case_id = ?",
                story);

        reconciler.look();

        assertThat(found("case_clock")).isEqualTo(before + CLOCKS_OF_A_ROUND);
    }

    @Test
    void an_escalation_that_would_have_stood_still_goes_on() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        double before = found("escalation");
        execute("update escalation set next_at = null where case_id = ?", story);

        reconciler.look();
        timer.fireDue();

        assertThat(found("escalation")).isEqualTo(before + 1);
        assertThat(story.paged()).hasSize(2);
    }

    @Test
    void what_a_timer_that_stands_still_does_not_come_to_is_raised_without_it() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        double before = found("escalation");
        clock.add(Duration.ofMinutes(5));

        reconciler.look();
        assertThat(story.paged()).hasSize(1);
        clock.add(A_MINUTE);
        reconciler.look();

        assertThat(story.paged()).hasSize(2);
        assertThat(found("escalation")).isGreaterThan(before);
    }

    @Test
    void a_page_of_which_nothing_is_heard_is_told_again_under_its_own_id() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        Object page = story.lastPage().get("pageId");
        double before = found("page");
        execute(
                "update escalation set next_at = next_at + interval '1 day' where case_id = ?",
                story);

        clock.add(LONGER_THAN_SILENCE);
        reconciler.look();
        reconciler.look();

        assertThat(found("page")).isEqualTo(before + 1);
        assertThat(story.paged()).hasSize(1);
        assertThat(pagesTold(story)).containsExactly(page, page);

        clock.add(LONGER_THAN_SILENCE);
        reconciler.look();

        assertThat(pagesTold(story)).containsExactly(page, page, page);
    }

    @Test
    void a_page_that_was_sent_or_has_failed_or_that_nobody_waits_for_is_not() {
        CaseStory sent = CaseStory.assigned("CRITICAL", "hq/quality");
        CaseStory failed = CaseStory.assigned("CRITICAL", "hq/quality");
        CaseStory resolved = CaseStory.resolved("CRITICAL", "hq/quality");
        sent.pageSent(sent.lastPage());
        Map<String, Object> lost = failed.lastPage();
        failed.pageFailed(lost, true);
        awaitDelivery(sent, "SENT");
        awaitDelivery(failed, "FAILED");
        double before = found("page");

        clock.add(LONGER_THAN_SILENCE);
        reconciler.look();

        assertThat(pagesTold(sent)).hasSize(1);
        assertThat(pagesTold(failed)).filteredOn(lost.get("pageId")::equals).hasSize(1);
        assertThat(pagesTold(resolved)).hasSize(1);
        awaitDelivery(resolved, "NOT_NEEDED");
        assertThat(found("page")).isEqualTo(before + 1);
    }

    @Test
    void two_replicas_do_not_look_at_once() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        execute("update escalation set next_at = null where case_id = ?", story);
        double before = found("escalation");

        QuarkusTransaction.requiringNew()
                .run(() -> {
                    execute("select pg_advisory_xact_lock(hashtext('reconciler'))");
                    reconciler.look();
                });
        assertThat(found("escalation")).isEqualTo(before);

        reconciler.look();
        assertThat(found("escalation")).isEqualTo(before + 1);
    }

    private List<Object> pagesTold(CaseStory story) {
        return story.messages().stream()
                .filter(message -> message.type().equals("redress.escalation.raised.v1"))
                .map(Message::json)
                .<Object>map(raised -> raised.get("pageId").asText())
                .toList();
    }

    private void awaitDelivery(CaseStory story, String end) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> deliveries(story).getFirst(), equalTo(end));
    }

    private List<String> deliveries(CaseStory story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select coalesce(delivery, '') from page join escalation on id = escalation_id
                                where case_id = ? order by position
                                """)
                        .bind(0, UUID.fromString(story.id()))
                        .mapTo(String.class)
                        .list());
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private void execute(String sql, CaseStory story) {
        jdbi.useHandle(handle -> handle.execute(sql, UUID.fromString(story.id())));
    }

    private double found(String table) {
        return metrics.counter("reconciler.found", "table", table).count();
    }
}
