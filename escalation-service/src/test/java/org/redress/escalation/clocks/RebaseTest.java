package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.Organisation;

/** What becomes of a clock when its rule or its calendar is another one (GLPI #6902). */
class RebaseTest {

    private static final Actor CLOCKS = Actor.rule("clocks");

    /** Monday, 09:00 in Shanghai; eight working hours are over on Tuesday at 09:00. */
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant TEN = START.plus(Duration.ofHours(1));
    private static final Organisation THEN = DemoOrganisation.get();
    private static final Deadline EIGHT_HOURS = deadline(THEN, 8, 0.8);

    private final Ledger ledger =
            Ledger.start(
                    START,
                    new Terms(Duration.ofHours(8), THEN.calendar("working-hours"), 1),
                    CLOCKS);
    private final CaseClock clock = clock(null);

    @Test
    void it_gets_the_time_and_the_calendar_of_the_rule_that_holds_now_and_keeps_what_has_run() {
        Organisation now = changed(yaml -> yaml.replace("\"13:30-18:00\"", "\"14:00-18:00\""));

        Answer.Done done = rebased(clock, ledger, deadline(now, 4, 0.8), now, TEN);

        assertThat(done.ledger().spent(TEN)).isEqualTo(Duration.ofHours(1));
        assertThat(done.change().clock().deadline().dueAt())
                .isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(done.change().events()).hasSize(1);
    }

    @Test
    void what_it_was_extended_by_it_keeps() {
        Ledger extended = booked(ledger.extend(TEN, Duration.ofHours(2), CLOCKS));

        Rebase next = rebase(clock, extended, deadline(THEN, 4, 0.8), THEN);

        assertThat(next.terms().budget()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void the_terms_of_another_judgement_stay_and_only_their_calendar_is_that_of_today() {
        Organisation now = changed(yaml -> yaml.replace("\"13:30-18:00\"", "\"14:00-18:00\""));
        Ledger graver =
                Ledger.start(
                        START,
                        new Terms(Duration.ofHours(4), THEN.calendar("working-hours"), 1),
                        CLOCKS);

        Rebase next = rebase(clock, graver, deadline(now, 16, 0.8), now);

        assertThat(next.terms())
                .isEqualTo(new Terms(Duration.ofHours(4), now.calendar("working-hours"), 1));
    }

    @Test
    void a_paused_clock_stays_paused_and_is_due_by_the_new_terms_when_it_goes_on() {
        Ledger paused = booked(ledger.pause(TEN, Pause.CUSTOMER, CLOCKS));
        CaseClock waiting =
                ((Answer.Done) clock.pause(ledger, Pause.CUSTOMER, null, CLOCKS, TEN))
                        .change()
                        .clock();

        Answer.Done done =
                rebased(waiting, paused, deadline(THEN, 4, 0.8), THEN, TEN.plusSeconds(60));

        assertThat(done.change().clock().state()).isEqualTo(CaseClock.State.PAUSED);
        assertThat(done.ledger().remaining(TEN.plusSeconds(120))).isEqualTo(Duration.ofHours(3));
        assertThat(done.change().events()).hasSize(1);
    }

    @Test
    void what_has_had_its_time_already_is_due_at_once() {
        Instant eleven = TEN.plus(Duration.ofHours(1));

        Answer.Done done = rebased(clock, ledger, deadline(THEN, 1, 0.8), THEN, eleven);

        assertThat(done.change().clock().deadline().dueAt()).isEqualTo(eleven);
        assertThat(done.change().clock().fire(eleven))
                .get()
                .extracting(change -> change.clock().state())
                .isEqualTo(CaseClock.State.BREACHED);
    }

    @Test
    void what_the_customer_was_told_binds_all_the_same() {
        Instant told = Instant.parse("2026-11-23T09:00:00Z");

        Answer.Done done = rebased(clock(told), ledger, deadline(THEN, 24, 0.8), THEN, TEN);

        assertThat(done.change().clock().deadline().dueAt()).isEqualTo(told);
        assertThat(done.change().events()).isEmpty();
    }

    @Test
    void where_nothing_is_said_otherwise_nothing_is_booked_or_told() {
        Answer.Done done = rebased(clock, ledger, EIGHT_HOURS, THEN, TEN);

        assertThat(done.ledger()).isEqualTo(ledger);
        assertThat(done.change()).isEqualTo(new CaseClock.Change(done.change().clock(), List.of()));
        assertThat(done.change().clock().deadline()).isEqualTo(clock.deadline().of(2));
    }

    @Test
    void another_share_moves_the_warning_alone() {
        Answer.Done done = rebased(clock, ledger, deadline(THEN, 8, 0.5), THEN, TEN);

        assertThat(done.ledger()).isEqualTo(ledger);
        assertThat(done.change().clock().nextAt()).contains(Instant.parse("2026-11-23T06:30:00Z"));
    }

    @Test
    void a_calendar_that_is_gone_times_on_what_no_rule_times_any_more() {
        Ledger gone =
                Ledger.start(
                        START,
                        new Terms(Duration.ofHours(3), new RoundTheClock("gone"), 1),
                        CLOCKS);

        assertThat(Rebase.of(clock, gone, Optional.empty(), Optional.empty(), THEN).terms())
                .isEqualTo(gone.terms());
    }

    private static Answer.Done rebased(
            CaseClock clock, Ledger ledger, Deadline is, Organisation today, Instant at) {
        return (Answer.Done) clock.rebase(ledger, rebase(clock, ledger, is, today), 2, CLOCKS, at);
    }

    private static Rebase rebase(CaseClock clock, Ledger ledger, Deadline is, Organisation today) {
        return Rebase.of(clock, ledger, Optional.of(EIGHT_HOURS), Optional.of(is), today);
    }

    private static Ledger booked(Booking booking) {
        return ((Booking.Booked) booking).ledger();
    }

    private static Organisation changed(UnaryOperator<String> how) {
        return DemoOrganisation.of(how.apply(DemoOrganisation.text()));
    }

    private static CaseClock clock(@Nullable Instant told) {
        return CaseClock.start(
                new UUID(0, 1),
                SampleCase.promised(new Promises(null, told)),
                ClockName.RESOLUTION,
                EIGHT_HOURS);
    }

    private static Deadline deadline(Organisation organisation, int hours, double share) {
        Duration within = Duration.ofHours(hours);
        var calendar = organisation.calendar("working-hours");
        return new Deadline(
                calendar.name(),
                organisation.version(),
                within,
                share,
                START,
                calendar.dueAt(START, Duration.ofMillis((long) (within.toMillis() * share))),
                calendar.dueAt(START, within));
    }
}
