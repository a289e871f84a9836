package org.redress.escalation.clocks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.TimeRange;
import org.redress.escalation.calendar.WorkingHours;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.clocks.ledger.Cause.Pause;

/** 20 November 2026 is a Friday. */
class ExplanationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Actor RULES = Actor.rule("clocks");
    private static final Actor HANDLER = Actor.person(new PersonId("chen.wei"), "handler");
    private static final Actor HEAD = Actor.person(new PersonId("xu.qiang"), "unit-head");
    private static final List<TimeRange> HOURS =
            List.of(TimeRange.parse("08:30-12:00"), TimeRange.parse("13:30-18:00"));
    private static final WorkingHours OFFICE =
            new WorkingHours(
                    "office",
                    SHANGHAI,
                    Map.of(
                            DayOfWeek.MONDAY, HOURS,
                            DayOfWeek.TUESDAY, HOURS,
                            DayOfWeek.WEDNESDAY, HOURS,
                            DayOfWeek.FRIDAY, HOURS));

    private final Ledger started =
            Ledger.start(at("2026-11-20T11:00"), new Terms(Duration.ofHours(8), OFFICE, 12), RULES);

    @Test
    void each_day_that_counted_is_told_with_its_hours_and_the_others_as_such() {
        assertThat(Explanation.of(started, null, SHANGHAI))
                .extracting(Sentence::en)
                .containsExactly(
                        "It began on Friday 2026-11-20 11:00 (Asia/Shanghai): 8 h by the calendar"
                                + " office of organisation version 12.",
                        "Friday 2026-11-20: 5 h 30 min counted (11:00–12:00, 13:30–18:00).",
                        "Saturday 2026-11-21 to Sunday 2026-11-22: nothing counted.",
                        "Monday 2026-11-23: 2 h 30 min counted (08:30–11:00).",
                        "It is due on Monday 2026-11-23 11:00.");
    }

    @Test
    void it_is_told_in_chinese_as_well() {
        assertThat(Explanation.of(started, null, SHANGHAI))
                .extracting(Sentence::zh)
                .containsExactly(
                        "2026-11-20星期五11:00（Asia/Shanghai）开始计时：时限8小时，按组织第12版的日历office。",
                        "2026-11-20星期五：计5小时30分钟（11:00–12:00、13:30–18:00）。",
                        "2026-11-21星期六至2026-11-22星期日：不计。",
                        "2026-11-23星期一：计2小时30分钟（08:30–11:00）。",
                        "2026-11-23星期一11:00到期。");
    }

    @Test
    void who_paused_extended_and_rebased_it_is_told_in_order() {
        Ledger ledger = booked(started.pause(at("2026-11-20T12:00"), Pause.CUSTOMER, HANDLER));
        ledger = booked(ledger.extend(at("2026-11-20T14:00"), Duration.ofMinutes(90), HEAD));
        ledger = booked(ledger.resume(at("2026-11-25T17:00"), HANDLER));
        ledger =
                booked(
                        ledger.rebase(
                                at("2026-11-27T09:00"),
                                new Terms(Duration.ofHours(3), new RoundTheClock("24x7"), 13),
                                RULES));

        assertThat(Explanation.of(ledger, null, SHANGHAI))
                .extracting(Sentence::en)
                .containsExactly(
                        "It began on Friday 2026-11-20 11:00 (Asia/Shanghai): 8 h by the calendar"
                                + " office of organisation version 12.",
                        "Friday 2026-11-20: 1 h counted (11:00–12:00).",
                        "chen.wei paused it on Friday 2026-11-20 12:00 to wait for the customer.",
                        "xu.qiang extended it on Friday 2026-11-20 14:00 by 1 h 30 min, to"
                                + " 9 h 30 min.",
                        "chen.wei let it run again on Wednesday 2026-11-25 17:00; the pause did"
                                + " not count.",
                        "Wednesday 2026-11-25: 1 h counted (17:00–18:00).",
                        "Thursday 2026-11-26: nothing counted.",
                        "Friday 2026-11-27: 30 min counted (08:30–09:00).",
                        "clocks put it on other terms on Friday 2026-11-27 09:00: 3 h by the"
                                + " calendar 24x7 of organisation version 13; the 2 h 30 min that"
                                + " had run stay.",
                        "Every hour until Friday 2026-11-27 09:30 counted: 30 min.",
                        "It is due on Friday 2026-11-27 09:30.");
    }

    @Test
    void a_night_is_told_on_both_of_its_days() {
        var nights =
                new WorkingHours(
                        "nights",
                        SHANGHAI,
                        Map.of(DayOfWeek.FRIDAY, List.of(TimeRange.parse("22:00-06:00"))));
        Ledger ledger =
                Ledger.start(
                        at("2026-11-20T23:30"), new Terms(Duration.ofHours(1), nights, 12), RULES);

        assertThat(Explanation.of(ledger, null, SHANGHAI))
                .extracting(Sentence::en)
                .contains(
                        "Friday 2026-11-20: 30 min counted (23:30–24:00).",
                        "Saturday 2026-11-21: 30 min counted (00:00–00:30).");
    }

    @Test
    void an_earlier_promise_binds_and_a_later_one_does_not() {
        assertThat(last(Explanation.of(started, at("2026-11-21T17:00"), SHANGHAI)))
                .isEqualTo("The customer was promised Saturday 2026-11-21 17:00: that binds.");
        assertThat(last(Explanation.of(started, at("2026-11-23T11:00"), SHANGHAI)))
                .isEqualTo(
                        "The customer was promised Monday 2026-11-23 11:00, which is not earlier:"
                                + " the clock binds.");
    }

    @Test
    void a_paused_clock_tells_what_is_left_and_that_the_promise_binds() {
        Ledger paused = booked(started.pause(at("2026-11-20T12:00"), Pause.INFORMATION, HANDLER));

        assertThat(Explanation.of(paused, at("2026-11-24T17:00"), SHANGHAI))
                .extracting(Sentence::en)
                .endsWith(
                        "chen.wei paused it on Friday 2026-11-20 12:00 to wait for information.",
                        "It is paused; 7 h are left.",
                        "The customer was promised Tuesday 2026-11-24 17:00: that binds.");
    }

    private static String last(List<Sentence> sentences) {
        return sentences.getLast().en();
    }

    private static Ledger booked(Booking booking) {
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).ledger();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
