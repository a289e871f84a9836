package org.redress.escalation.clocks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.ShippedHolidays;
import org.redress.escalation.calendar.TimeRange;
import org.redress.escalation.calendar.WorkingHours;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.clocks.ledger.Cause.Pause;

/** 20 November 2026 is a Friday. */
class LedgerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Actor HANDLER = Actor.person(new PersonId("chen.wei"), "handler");
    private static final BusinessCalendar OFFICE =
            new WorkingHours(
                            "office",
                            SHANGHAI,
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Function.identity(),
                                                    _ ->
                                                            List.of(
                                                                    TimeRange.parse("08:30-12:00"),
                                                                    TimeRange.parse(
                                                                            "13:30-18:00")))))
                    .observing(ShippedHolidays.all());
    private static final Terms EIGHT_HOURS = new Terms(Duration.ofHours(8), OFFICE, 1);

    private final Ledger started = Ledger.start(at("2026-11-20T10:00"), EIGHT_HOURS, HANDLER);

    @Test
    void lunch_and_the_weekend_do_not_count() {
        assertThat(started.dueAt()).contains(at("2026-11-23T10:00"));
        assertThat(started.spent(at("2026-11-22T12:00"))).isEqualTo(Duration.ofMinutes(390));
        assertThat(started.remaining(at("2026-11-22T12:00"))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_make_up_sunday_counts_and_a_holiday_does_not() {
        assertThat(Ledger.start(at("2026-09-18T10:00"), EIGHT_HOURS, HANDLER).dueAt())
                .contains(at("2026-09-20T10:00"));
        assertThat(Ledger.start(at("2026-09-30T10:00"), EIGHT_HOURS, HANDLER).dueAt())
                .contains(at("2026-10-08T10:00"));
    }

    @Test
    void what_has_run_before_a_pause_stays_run() {
        Ledger paused = booked(started.pause(at("2026-11-20T11:00"), Pause.CUSTOMER, HANDLER));
        Ledger resumed = booked(paused.resume(at("2026-11-24T09:00"), HANDLER));

        assertThat(paused.dueAt()).isEmpty();
        assertThat(paused.spent(at("2026-11-23T18:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(resumed.dueAt()).contains(at("2026-11-24T17:30"));
    }

    @Test
    void what_has_run_on_one_calendar_stays_run_on_another() {
        Terms urgent = new Terms(Duration.ofHours(4), new RoundTheClock("24x7"), 2);
        Ledger rebased = booked(started.rebase(at("2026-11-20T11:00"), urgent, HANDLER));

        assertThat(rebased.dueAt()).contains(at("2026-11-20T14:00"));
        assertThat(rebased.terms().organisation()).isEqualTo(2);
    }

    @Test
    void terms_that_allow_less_than_has_run_are_due_at_once() {
        Terms tight = new Terms(Duration.ofMinutes(30), OFFICE, 2);
        Instant noon = at("2026-11-20T12:00");

        assertThat(booked(started.rebase(noon, tight, HANDLER)).dueAt()).contains(noon);
    }

    @Test
    void a_paused_ledger_is_rebased_and_extended_and_still_waits() {
        Ledger paused = booked(started.pause(at("2026-11-20T11:00"), Pause.APPROVAL, HANDLER));
        Ledger extended =
                booked(paused.extend(at("2026-11-20T14:00"), Duration.ofHours(1), HANDLER));
        Ledger rebased =
                booked(
                        extended.rebase(
                                at("2026-11-20T15:00"),
                                new Terms(Duration.ofHours(2), OFFICE, 2),
                                HANDLER));

        assertThat(extended.terms().budget()).isEqualTo(Duration.ofHours(9));
        assertThat(rebased.isPaused()).isTrue();
        assertThat(booked(rebased.resume(at("2026-11-20T16:00"), HANDLER)).dueAt())
                .contains(at("2026-11-20T17:00"));
    }

    @Test
    void an_extension_is_added_to_what_is_left() {
        Ledger extended =
                booked(started.extend(at("2026-11-20T11:00"), Duration.ofHours(2), HANDLER));

        assertThat(extended.dueAt()).contains(at("2026-11-23T12:00"));
    }

    @Test
    void what_is_due_is_neither_paused_nor_extended_any_more() {
        Instant due = at("2026-11-23T10:00");

        assertThat(started.pause(due, Pause.CUSTOMER, HANDLER))
                .isEqualTo(new Booking.DueAlready(due));
        assertThat(started.extend(due, Duration.ofHours(1), HANDLER))
                .isEqualTo(new Booking.DueAlready(due));
        assertThat(started.extend(due.minusMillis(1), Duration.ofHours(1), HANDLER))
                .isInstanceOf(Booking.Booked.class);
    }

    @Test
    void what_is_done_already_is_refused_by_its_name() {
        Ledger paused = booked(started.pause(at("2026-11-20T11:00"), Pause.CUSTOMER, HANDLER));
        Instant later = at("2026-11-20T15:00");

        assertThat(paused.pause(later, Pause.INFORMATION, HANDLER))
                .isEqualTo(new Booking.AlreadyPaused());
        assertThat(started.resume(later, HANDLER)).isEqualTo(new Booking.NotPaused());
        assertThat(started.rebase(later, EIGHT_HOURS, HANDLER)).isEqualTo(new Booking.SameTerms());
        assertThat(started.extend(later, Duration.ZERO, HANDLER))
                .isEqualTo(new Booking.NotLonger(Duration.ZERO));
    }

    @Test
    void nothing_is_booked_at_the_same_instant_or_before_it() {
        Instant start = at("2026-11-20T10:00");
        var outOfOrder = new Booking.OutOfOrder(start);

        for (Instant at : List.of(start, start.minusSeconds(1))) {
            assertThat(started.pause(at, Pause.CUSTOMER, HANDLER)).isEqualTo(outOfOrder);
            assertThat(started.resume(at, HANDLER)).isEqualTo(outOfOrder);
            assertThat(started.rebase(at, EIGHT_HOURS, HANDLER)).isEqualTo(outOfOrder);
            assertThat(started.extend(at, Duration.ofHours(1), HANDLER)).isEqualTo(outOfOrder);
        }
    }

    @Test
    void segments_that_are_no_ledger_are_refused() {
        Segment first = started.segments().getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> new Ledger(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ledger(List.of(first, first)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Ledger(
                                List.of(
                                        new Segment(
                                                Segment.Kind.PAUSED,
                                                first.from(),
                                                EIGHT_HOURS,
                                                Pause.CUSTOMER,
                                                HANDLER))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Terms(Duration.ZERO, OFFICE, 1));
    }

    private static Ledger booked(Booking booking) {
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).ledger();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
