package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.clocks.CaseClock.State;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;

class CaseClockTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant WARN = START.plusSeconds(300);
    private static final Instant DUE = START.plusSeconds(600);
    private static final Actor HANDLER = Actor.person(new PersonId("chen.wei"), "handler");

    private CaseClock clock =
            CaseClock.start(
                    new UUID(0, 1),
                    SampleCase.promised(Promises.NONE),
                    ClockName.UNIT_RECEIPT,
                    new Deadline("24x7", 1, Duration.ofMinutes(10), 0.5, START, WARN, DUE));
    private final List<String> told = new ArrayList<>();

    @Test
    void a_promise_that_nobody_keeps_is_warned_of_and_then_breached_once_each() {
        for (Instant now = START; now.isBefore(DUE.plusSeconds(100)); now = now.plusSeconds(10)) {
            time(now);
        }

        assertThat(told).containsExactly("Warned at " + WARN, "Breached at " + DUE);
        assertThat(clock.nextAt()).isEmpty();
    }

    @Test
    void a_warning_that_comes_after_the_deadline_is_left_out() {
        time(DUE.plusSeconds(3600));

        assertThat(told).containsExactly("Breached at " + DUE.plusSeconds(3600));
    }

    @Test
    void a_promise_kept_in_time_is_met_and_never_breached() {
        meet(WARN);
        time(DUE);

        assertThat(told).containsExactly("Met at " + WARN);
        assertThat(clock.state()).isEqualTo(State.MET);
    }

    @Test
    void a_promise_kept_late_was_breached_before() {
        time(DUE);
        meet(DUE.plusSeconds(60));

        assertThat(told).containsExactly("Breached at " + DUE, "Met at " + DUE.plusSeconds(60));
    }

    @Test
    void a_promise_kept_late_before_the_timer_looked_is_told_as_breached_all_the_same() {
        meet(DUE);

        assertThat(told).containsExactly("Breached at " + DUE, "Met at " + DUE);
    }

    @Test
    void a_promise_that_nobody_waits_for_any_more_is_silent() {
        clock = clock.end(WARN);
        time(DUE);

        assertThat(told).isEmpty();
        assertThat(clock.state()).isEqualTo(State.ENDED);
        assertThat(clock.stoppedAt()).isEqualTo(WARN);
    }

    @Test
    void what_was_warned_of_is_warned_of_again_where_another_promise_lies_that_far_ahead() {
        time(WARN);
        promise(DUE.minusSeconds(1), WARN);
        assertThat(clock.state()).isEqualTo(State.WARNED);

        promise(DUE.plusSeconds(600), Duration.ofMinutes(25), WARN);
        assertThat(clock.state()).isEqualTo(State.RUNNING);
        time(DUE.plusSeconds(600));

        assertThat(told)
                .containsExactly(
                        "Warned at " + WARN,
                        "Rebased at " + WARN,
                        "Rebased at " + WARN,
                        "Breached at " + DUE.plusSeconds(600));
    }

    @Test
    void a_breach_stays_a_breach_when_the_case_ends() {
        time(DUE);
        clock = clock.end(DUE.plusSeconds(1));

        assertThat(clock.state()).isEqualTo(State.BREACHED);
    }

    private void time(Instant now) {
        clock.fire(now).ifPresent(this::keep);
    }

    private void promise(Instant told, Instant now) {
        promise(told, Duration.ofMinutes(10), now);
    }

    private void promise(Instant told, Duration budget, Instant now) {
        var terms = new Terms(budget, new RoundTheClock("24x7"), 1);
        keep(clock.promise(Ledger.start(START, terms, HANDLER), told, HANDLER, now));
    }

    private void meet(Instant now) {
        keep(clock.meet(HANDLER, now));
    }

    private void keep(CaseClock.Change change) {
        clock = change.clock();
        change.events()
                .forEach(event -> told.add(event.getClass().getSimpleName() + " at " + event.at()));
    }
}
