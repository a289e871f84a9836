package org.redress.escalation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final WorkingHours office = weekdays(SHANGHAI, "08:30-12:00", "13:30-18:00");

    /** 20 November 2026 is a Friday. */
    @ParameterizedTest(name = "{1} from {0} is over at {2}")
    @CsvSource({
        "2026-11-20T09:00, PT30M,     2026-11-20T09:30",
        "2026-11-20T11:45, PT30M,     2026-11-20T13:45",
        "2026-11-20T11:30, PT30M,     2026-11-20T12:00",
        "2026-11-20T12:30, PT30M,     2026-11-20T14:00",
        "2026-11-20T06:00, PT1H,      2026-11-20T09:30",
        "2026-11-20T17:45, PT30M,     2026-11-23T08:45",
        "2026-11-20T18:00, PT1S,      2026-11-23T08:30:01",
        "2026-11-21T10:00, PT8H,      2026-11-23T18:00",
        "2026-11-20T09:00, PT8H,      2026-11-23T09:00",
        "2026-11-20T09:00, PT24H,     2026-11-25T09:00",
        "2026-11-20T09:00, PT400H,    2027-01-29T09:00",
    })
    void only_working_time_counts(LocalDateTime start, Duration duration, LocalDateTime due) {
        assertThat(office.dueAt(start.atZone(SHANGHAI).toInstant(), duration))
                .isEqualTo(due.atZone(SHANGHAI).toInstant());
    }

    @Test
    void ranges_of_a_day_may_be_written_in_any_order() {
        WorkingHours mixed = weekdays(SHANGHAI, "13:30-18:00", "08:30-12:00");

        assertThat(mixed).isEqualTo(office);
    }

    /** On 28 March 2027 the clocks of Berlin jump from 02:00 to 03:00. */
    @Test
    void an_hour_that_the_clock_leaves_out_does_not_count() {
        WorkingHours nights =
                new WorkingHours(
                        "nights",
                        BERLIN,
                        Map.of(DayOfWeek.SUNDAY, List.of(TimeRange.parse("01:00-05:00"))));
        var start = LocalDateTime.parse("2027-03-28T01:00").atZone(BERLIN).toInstant();

        assertThat(nights.dueAt(start, Duration.ofHours(2)))
                .isEqualTo(LocalDateTime.parse("2027-03-28T04:00").atZone(BERLIN).toInstant());
    }

    @Test
    void a_week_without_a_working_hour_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours("never", SHANGHAI, Map.of()))
                .withMessageContaining("no working hour");
    }

    @Test
    void ranges_that_overlap_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weekdays(SHANGHAI, "08:00-12:00", "11:00-18:00"))
                .withMessageContaining("overlap");
    }

    @ParameterizedTest
    @CsvSource({"9-17", "09:00", "09:00-09:00", "00:00-00:00", "09:00-25:00", "24:00-06:00"})
    void hours_that_are_none_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.parse(text));
    }

    @Test
    void round_the_clock_every_second_counts() {
        var start = LocalDateTime.parse("2026-11-21T23:59:59").atZone(SHANGHAI).toInstant();

        assertThat(new RoundTheClock("24x7").dueAt(start, Duration.ofMinutes(5)))
                .isEqualTo(start.plusSeconds(300));
    }

    @ParameterizedTest
    @CsvSource({"08:30-12:00", "18:00-24:00", "00:00-24:00", "22:00-06:00", "08:30:15-09:00"})
    void hours_are_written_as_they_were_read(String text) {
        assertThat(TimeRange.parse(text)).hasToString(text);
    }

    /** Nights from Monday to Friday; 23 November 2026 is a Monday. */
    @ParameterizedTest(name = "{1} from {0} is over at {2}")
    @CsvSource({
        "2026-11-23T21:00, PT1H, 2026-11-23T23:00",
        "2026-11-23T23:30, PT1H, 2026-11-24T00:30",
        "2026-11-23T03:00, PT1H, 2026-11-23T23:00",
        "2026-11-24T05:30, PT1H, 2026-11-24T22:30",
        "2026-11-27T22:00, PT8H, 2026-11-28T06:00",
        "2026-11-28T05:00, PT2H, 2026-11-30T23:00",
    })
    void a_night_belongs_to_the_day_on_which_it_begins(
            LocalDateTime start, Duration duration, LocalDateTime due) {
        assertThat(weekdays(SHANGHAI, "22:00-06:00").dueAt(at(start), duration)).isEqualTo(at(due));
    }

    @Test
    void a_holiday_takes_its_night_with_it_and_leaves_the_night_before() {
        var tuesdayOff =
                new Holidays("off", List.of(date("2026-11-24")), List.of(), null, null, false);
        WorkingHours nights = weekdays(SHANGHAI, "22:00-06:00").observing(List.of(tuesdayOff));

        assertThat(nights.counted(at("2026-11-23T12:00"), at("2026-11-26T12:00")))
                .containsExactly(
                        new Stretch(at("2026-11-23T22:00"), at("2026-11-24T06:00")),
                        new Stretch(at("2026-11-25T22:00"), at("2026-11-26T06:00")));
    }

    @Test
    void a_day_may_last_until_24_00() {
        assertThat(
                        weekdays(SHANGHAI, "00:00-24:00")
                                .between(at("2026-11-20T00:00"), at("2026-11-24T00:00")))
                .isEqualTo(Duration.ofDays(2));
    }

    /** Friday 25 September to Sunday is mid-autumn; Sunday the 20th is a make-up day. */
    @ParameterizedTest(name = "{1} from {0} is over at {2}")
    @CsvSource({
        "2026-09-24T17:00, PT2H, 2026-09-28T09:30",
        "2026-09-30T17:00, PT2H, 2026-10-08T09:30",
        "2026-09-18T17:00, PT2H, 2026-09-20T09:30",
        "2026-10-09T17:30, PT1H, 2026-10-10T09:00",
    })
    void holidays_do_not_count_and_make_up_days_do(
            LocalDateTime start, Duration duration, LocalDateTime due) {
        WorkingHours observing = office.observing(ShippedHolidays.all());

        assertThat(observing.dueAt(at(start), duration)).isEqualTo(at(due));
        assertThat(observing.between(at(start), at(due))).isEqualTo(duration);
    }

    @Test
    void a_make_up_day_has_the_hours_of_the_weekday_that_is_named() {
        var week =
                new WorkingHours(
                        "short-fridays",
                        SHANGHAI,
                        Map.of(
                                DayOfWeek.MONDAY, List.of(TimeRange.parse("09:00-17:00")),
                                DayOfWeek.FRIDAY, List.of(TimeRange.parse("09:00-13:00"))));
        var days =
                List.of(
                        new Holidays.Workday(date("2026-11-28"), DayOfWeek.FRIDAY),
                        new Holidays.Workday(date("2026-11-29"), null));
        WorkingHours madeUp =
                week.observing(
                        List.of(new Holidays("make-up", List.of(), days, null, null, false)));

        assertThat(madeUp.counted(at("2026-11-28T00:00"), at("2026-11-30T00:00")))
                .extracting(Stretch::length)
                .containsExactly(Duration.ofHours(4), Duration.ofHours(8));
    }

    @Test
    void of_two_holidays_that_speak_of_one_date_the_later_holds() {
        var off = new Holidays("off", List.of(date("2026-11-24")), List.of(), null, null, false);
        var worked =
                new Holidays(
                        "worked",
                        List.of(),
                        List.of(new Holidays.Workday(date("2026-11-24"), DayOfWeek.TUESDAY)),
                        null,
                        null,
                        false);
        Instant noon = at("2026-11-24T10:00");

        assertThat(office.observing(List.of(off, worked)).dueAt(noon, Duration.ofHours(1)))
                .isEqualTo(at("2026-11-24T11:00"));
        assertThat(office.observing(List.of(worked, off)).dueAt(noon, Duration.ofHours(1)))
                .isEqualTo(at("2026-11-25T09:30"));
    }

    /** The clocks of Berlin jump from 02:00 to 03:00 in March and go back in October. */
    @ParameterizedTest(name = "{1} on {0} in {2} are {3}")
    @CsvSource({
        "2027-03-28, 02:30-05:00, Europe/Berlin,       PT2H",
        "2027-03-28, 01:00-02:30, Europe/Berlin,       PT1H",
        "2027-10-31, 01:00-05:00, Europe/Berlin,       PT5H",
        "2027-10-31, 02:30-05:00, Europe/Berlin,       PT3H",
        "2027-03-14, 00:00-24:00, America/New_York,    PT23H",
        "2027-04-04, 00:00-24:00, Australia/Lord_Howe, PT24H30M",
        "2027-10-03, 01:00-03:00, Australia/Lord_Howe, PT1H30M",
        "2028-02-29, 00:00-24:00, Asia/Shanghai,       PT24H",
        "2011-12-30, 00:00-24:00, Pacific/Apia,        PT0S",
    })
    void what_the_wall_clock_shows_counts_once_twice_or_never(
            LocalDate day, String hours, ZoneId zone, Duration counted) {
        var calendar =
                new WorkingHours(
                        "day", zone, Map.of(day.getDayOfWeek(), List.of(TimeRange.parse(hours))));

        assertThat(
                        calendar.between(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant()))
                .isEqualTo(counted);
    }

    @Test
    void nothing_counts_backwards() {
        assertThat(office.between(at("2026-11-20T11:00"), at("2026-11-20T10:00"))).isZero();
        assertThat(
                        new RoundTheClock("24x7")
                                .between(at("2026-11-20T11:00"), at("2026-11-20T10:00")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"MONDAY, TUESDAY", "SUNDAY, MONDAY"})
    void a_night_that_runs_into_the_next_day_s_hours_is_refused(DayOfWeek night, DayOfWeek next) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WorkingHours(
                                "late",
                                SHANGHAI,
                                Map.of(
                                        night, List.of(TimeRange.parse("22:00-06:00")),
                                        next, List.of(TimeRange.parse("05:30-12:00")))))
                .withMessage(night + ": 22:00-06:00 and 05:30-12:00 of the day after overlap");
    }

    @Test
    void a_make_up_day_that_runs_into_the_next_day_s_hours_is_refused() {
        var week =
                new WorkingHours(
                        "mixed",
                        SHANGHAI,
                        Map.of(
                                DayOfWeek.MONDAY, List.of(TimeRange.parse("05:00-12:00")),
                                DayOfWeek.FRIDAY, List.of(TimeRange.parse("22:00-06:00"))));
        var sunday = new Holidays.Workday(date("2026-11-29"), DayOfWeek.FRIDAY);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        week.observing(
                                List.of(
                                        new Holidays(
                                                "make-up",
                                                List.of(),
                                                List.of(sunday),
                                                null,
                                                null,
                                                false))))
                .withMessageStartingWith("2026-11-29: 22:00-06:00 and 05:00-12:00");
    }

    /** From Saturday 5 December on; 60 days later is a Wednesday. */
    @Test
    void sixty_two_days_without_a_working_hour_are_refused_and_one_less_is_not() {
        assertThat(office.observing(List.of(off("2026-12-05", 61)))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.observing(List.of(off("2026-12-05", 62))))
                .withMessage(
                        "calendar 'working-hours' has no working hour in the 62 days from"
                                + " 2026-12-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.observing(List.of(off("2026-12-07", 60))))
                .withMessageContaining("from 2026-12-05");
    }

    @Test
    void a_deadline_in_more_than_a_hundred_years_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.dueAt(at("2026-11-20T09:00"), Duration.ofDays(36_525)));
    }

    private static Holidays off(String first, int days) {
        return new Holidays(
                "closed",
                date(first).datesUntil(date(first).plusDays(days)).toList(),
                List.of(),
                null,
                null,
                false);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private static WorkingHours weekdays(ZoneId zone, String... ranges) {
        List<TimeRange> hours = List.of(ranges).stream().map(TimeRange::parse).toList();
        return new WorkingHours(
                "working-hours",
                zone,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .collect(Collectors.toMap(Function.identity(), day -> hours)));
    }
}
