package org.redress.escalation.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.Ladder;
import org.redress.escalation.paging.Page;

class AlertTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:11:09Z");
    private static final UnitPath HQ = new UnitPath("hq");
    private static final PersonId A = new PersonId("sun.hao");
    private static final PersonId B = new PersonId("liu.qiang");
    private static final Alarm BURIED =
            Alarm.ofOurs("DEAD_LETTER", "redress.cases", "not valid at 'flags'", null);

    private static final Alarm NOBODY_TAKES =
            Alarm.ofOurs("ESCALATION_EXHAUSTED", "C-20261121-000420", "nobody acknowledged", null);

    private final Ladder ladder =
            new Ladder(
                    (step, unit, at) ->
                            List.of(
                                    new Reached(A, Holder.A, "watch", unit, List.of()),
                                    new Reached(B, Holder.B, "watch", unit, List.of())),
                    1,
                    UUID::randomUUID);
    private final Alert alert = new Alert(UUID.randomUUID(), BURIED, policy(), HQ, NOW);

    private static EscalationPolicy policy() {
        return new EscalationPolicy(
                "watch",
                1,
                new Names("值守", "Watch"),
                HQ,
                Set.of(Trigger.ALARM),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                null,
                null,
                List.of(new EscalationPolicy.Step("watch", Duration.ofMinutes(5))));
    }

    @Test
    void the_a_holder_of_the_watch_is_paged_first_and_the_b_holder_when_nobody_answers() {
        assertThat(paged(alert.begin(ladder, NOW))).isEqualTo(A);

        assertThat(alert.waited(ladder, NOW.plusSeconds(299))).isEmpty();
        assertThat(paged(alert.waited(ladder, NOW.plusSeconds(300)))).isEqualTo(B);
    }

    @Test
    void what_happens_again_only_counts() {
        alert.begin(ladder, NOW);

        alert.again(new Alarm("DEAD_LETTER", "triage", "redress.cases", "not JSON", 4, null));

        assertThat(alert.count()).isEqualTo(5);
        assertThat(alert.reason()).isEqualTo("not JSON");
        assertThat(alert.pages()).hasSize(1);
    }

    @Test
    void an_alert_that_runs_covers_its_thing_however_long_it_takes() {
        alert.begin(ladder, NOW);

        assertThat(alert.covers(NOW.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void after_an_acknowledgment_it_covers_its_thing_for_an_hour() {
        alert.begin(ladder, NOW);

        alert.acknowledge(A, NOW);

        assertThat(alert.covers(NOW.plusSeconds(3599))).isTrue();
        assertThat(alert.covers(NOW.plusSeconds(3600))).isFalse();
    }

    @Test
    void an_acknowledgment_stops_every_further_page_and_a_second_one_changes_nothing() {
        alert.begin(ladder, NOW);

        assertThat(alert.acknowledge(A, NOW)).isPresent();
        assertThat(alert.acknowledge(B, NOW)).isEmpty();

        assertThat(alert.acknowledgedBy()).contains(A);
        assertThat(alert.waited(ladder, NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void a_page_that_will_never_arrive_costs_no_waiting_time() {
        var first = (AlertEvent.Paged) alert.begin(ladder, NOW).getFirst();

        assertThat(paged(alert.undelivered(first.page().id(), ladder, NOW))).isEqualTo(B);
        assertThat(alert.undelivered(first.page().id(), ladder, NOW)).isEmpty();
    }

    @Test
    void when_everybody_was_paged_it_is_exhausted_and_may_still_be_acknowledged() {
        alert.begin(ladder, NOW);
        alert.waited(ladder, NOW.plusSeconds(300));

        var last = alert.waited(ladder, NOW.plusSeconds(600));

        assertThat(last).singleElement().isInstanceOf(AlertEvent.Settled.class);
        assertThat(alert.state()).isEqualTo(Alert.State.EXHAUSTED);
        assertThat(alert.acknowledge(B, NOW.plusSeconds(700))).isPresent();
    }

    @Test
    void a_case_that_nobody_takes_is_told_again_and_again_until_somebody_does() {
        var untaken = new Alert(UUID.randomUUID(), NOBODY_TAKES, policy(), HQ, NOW);
        untaken.begin(ladder, NOW);

        for (int i = 1; i < 20; i++) {
            var paged = untaken.waited(ladder, NOW.plusSeconds(300L * i));
            assertThat(paged(paged)).isEqualTo(i % 2 == 0 ? A : B);
        }
        assertThat(untaken.pages()).extracting(page -> page.rung().repeat()).contains(1, 10);

        var late = NOW.plus(Duration.ofDays(1));
        assertThat(untaken.over(Actor.timer("test"), late)).isPresent();
        assertThat(untaken.over(Actor.timer("test"), late)).isEmpty();
        assertThat(untaken.waited(ladder, late.plusSeconds(300))).isEmpty();
        assertThat(untaken.covers(late)).as("the next time it is another alert").isFalse();
    }

    @Test
    void where_no_mail_arrives_it_is_told_again_only_after_its_time() {
        var untaken = new Alert(UUID.randomUUID(), NOBODY_TAKES, policy(), HQ, NOW);
        untaken.begin(ladder, NOW);
        untaken.undelivered(untaken.pages().getLast().id(), ladder, NOW);

        assertThat(untaken.undelivered(untaken.pages().getLast().id(), ladder, NOW)).isEmpty();
        assertThat(paged(untaken.waited(ladder, NOW.plusSeconds(300)))).isEqualTo(A);
    }

    @Test
    void a_page_that_failed_after_its_time_was_over_pages_nobody_else() {
        var first = (AlertEvent.Paged) alert.begin(ladder, NOW).getFirst();
        alert.waited(ladder, NOW.plusSeconds(300));

        assertThat(alert.undelivered(first.page().id(), ladder, NOW.plusSeconds(301))).isEmpty();
        assertThat(alert.pages()).extracting(Page::failed).containsExactly(true, false);
    }

    @Test
    void a_page_that_failed_after_somebody_took_it_pages_nobody_else() {
        var first = (AlertEvent.Paged) alert.begin(ladder, NOW).getFirst();
        alert.acknowledge(A, NOW);

        assertThat(alert.undelivered(first.page().id(), ladder, NOW)).isEmpty();
    }

    @Test
    void what_nobody_paged_is_no_page_of_it() {
        alert.begin(ladder, NOW);

        assertThat(alert.undelivered(UUID.randomUUID(), ladder, NOW)).isEmpty();
        assertThat(alert.pages()).extracting(Page::failed).containsExactly(false);
    }

    @Test
    void only_who_was_paged_was_paged() {
        alert.begin(ladder, NOW);
        assertThat(alert.wasPaged(A)).isTrue();
        assertThat(alert.wasPaged(B)).isFalse();

        alert.waited(ladder, NOW.plusSeconds(300));
        assertThat(alert.wasPaged(B)).isTrue();
    }

    @Test
    void every_event_says_who_made_it_happen() {
        var begun = (AlertEvent.Paged) alert.begin(ladder, NOW).getFirst();
        assertThat(begun.by()).isEqualTo(Actor.rule("watch"));
        assertThat(alert.undelivered(begun.page().id(), ladder, NOW))
                .map(AlertEvent::by)
                .contains(Actor.rule("undelivered-page"));
        assertThat(alert.waited(ladder, NOW.plusSeconds(300)))
                .map(AlertEvent::by)
                .contains(Actor.timer("watch"));
        assertThat(alert.acknowledge(B, NOW)).map(AlertEvent::by).contains(Actor.person(B, null));
    }

    @Test
    void it_counts_from_its_first_alarm() {
        assertThat(alert.since()).isEqualTo(NOW);
        assertThat(alert.count()).isEqualTo(1);
        assertThatThrownBy(() -> new Alarm("DEAD_LETTER", "triage", "redress.cases", "x", 0, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exhausted_alert_covers_its_thing_for_an_hour_too() {
        alert.begin(ladder, NOW);
        alert.waited(ladder, NOW.plusSeconds(300));
        alert.waited(ladder, NOW.plusSeconds(600));

        assertThat(alert.covers(NOW.plusSeconds(600 + 3599))).isTrue();
        assertThat(alert.covers(NOW.plusSeconds(600 + 3600))).isFalse();
    }

    private static PersonId paged(List<AlertEvent> events) {
        return ((AlertEvent.Paged) events.getFirst()).page().person();
    }
}
