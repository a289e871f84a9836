package org.redress.escalation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarTest {

    private static final String NATIONAL_DAY =
            event(
                    "SUMMARY:国庆节假期",
                    "DTSTART;VALUE=DATE:20261001",
                    "DTEND;VALUE=DATE:20261004",
                    "BEGIN:VALARM",
                    "SUMMARY:上班",
                    "TRIGGER:-PT15M",
                    "END:VALARM");

    @Test
    void whole_days_are_off_up_to_the_day_before_the_end() {
        assertThat(read(NATIONAL_DAY).days())
                .extracting(LocalDate::toString)
                .containsExactly("2026-10-01", "2026-10-02", "2026-10-03");
        assertThat(read(NATIONAL_DAY).source()).isEqualTo("iCalendar: 中国法定节假日");
    }

    @Test
    void without_an_end_it_is_one_day_and_with_a_duration_so_many() {
        assertThat(read(event("DTSTART:20261001")).days()).hasSize(1);
        assertThat(read(event("DTSTART:20261001", "DURATION:P3D")).days()).hasSize(3);
        assertThat(read(event("DTSTART:20261001", "DURATION:P1W")).days()).hasSize(7);
    }

    @ParameterizedTest(name = "{0}: worked {1}")
    @CsvSource({
        "上班(补国庆节假期), true",
        "春节（班）, true",
        "Make-up workday, true",
        "Working day for Spring Festival, true",
        "国庆节假期, false",
        "International Workers' Day, false",
        "Non-working day, false",
        "no work, false",
        "停班停课, false",
        "不上班, false",
    })
    void the_summary_tells_make_up_days_from_days_off(String summary, boolean worked) {
        Holidays read = read(event("SUMMARY:" + summary, "DTSTART;VALUE=DATE:20261010"));

        assertThat(read.workdays()).hasSize(worked ? 1 : 0);
        assertThat(read.days()).hasSize(worked ? 0 : 1);
    }

    @Test
    void a_line_may_be_folded_anywhere() {
        assertThat(read(event("SUMMARY:补\n 班", "DTSTART;VALUE=DA\n TE:2026\n 1010")).workdays())
                .hasSize(1);
    }

    @Test
    void what_was_cancelled_and_what_lies_outside_is_left_out() {
        assertThat(read(event("DTSTART:20261001", "STATUS:CANCELLED")).days()).isEmpty();
        assertThat(read(event("DTSTART:20251231", "DTEND:20260102")).days())
                .containsExactly(LocalDate.parse("2026-01-01"));
    }

    @Test
    void a_day_of_every_year_is_off_in_each_year_that_is_asked_for() {
        Holidays read =
                ICalendar.holidays(
                        "xmas",
                        file(event("DTSTART:19701225", "RRULE:FREQ=YEARLY", "EXDATE:20271225")),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2028-12-31"));

        assertThat(read.days())
                .extracting(LocalDate::toString)
                .containsExactly("2026-12-25", "2028-12-25");
    }

    @Test
    void the_fourth_thursday_of_november_is_found() {
        assertThat(read(event("DTSTART:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")).days())
                .extracting(LocalDate::toString)
                .containsExactly("2026-11-26");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20261001T090000Z | line 6: DTSTART '20261001T090000Z' is no whole day",
                "DTSTART:soon | line 6: DTSTART 'soon'",
                "DTSTART:18991231 | before 1900-01-01",
                "SUMMARY:lost | the event 'lost' has no DTSTART",
                "RDATE:20261002 | line 6: RDATE is not understood",
                "RECURRENCE-ID:20261002 | RECURRENCE-ID is not understood",
            })
    void what_is_not_understood_is_refused_with_its_line(String line, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(event(line)))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTEND:20261001",
                "DTEND:20280101",
                "DURATION:PT24H",
                "RRULE:FREQ=DAILY",
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=YEARLY;BYHOUR=1",
                "RRULE:FREQ=YEARLY;FREQ=DAILY",
                "RRULE:FREQ=YEARLY;COUNT=many",
                "RRULE:nonsense",
            })
    void an_event_that_makes_no_holiday_is_refused(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(event("DTSTART:20261001", line)))
                .withMessageStartingWith("line ");
    }

    @Test
    @Timeout(60)
    void a_file_that_ends_anywhere_is_refused() {
        String whole = file(NATIONAL_DAY);

        for (int length = 0; length < whole.indexOf("END:VCALENDAR") + 3; length++) {
            String cut = whole.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> readFile(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR"})
    void what_is_no_calendar_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> readFile(text));
    }

    @Test
    void a_stranger_s_file_does_not_run_away() {
        refused(NATIONAL_DAY.repeat(20_000), "longer than");
        refused("BEGIN:X\n".repeat(100_000), "nested too deep");
        refused("BEGIN:VEVENT\nDTSTART:20261001\nEND:VEVENT\n".repeat(2_001), "2000 events");
        refused(event("DTSTART:20260101", "RRULE:FREQ=YEARLY").repeat(201), "200 events");
        refused(
                IntStream.range(0, 150)
                        .mapToObj(i ->
                                event(
                                        "DTSTART:" + (1900 + i) + "0101",
                                        "DURATION:P62D",
                                        "RRULE:FREQ=YEARLY;BYMONTH=1,3,5,7,9,11"))
                        .collect(Collectors.joining()),
                "5000 days");
    }

    @Test
    void no_zone_of_the_file_is_looked_up() {
        String zone =
                "BEGIN:VTIMEZONE\nTZID:Nowhere/Far\nTZURL:http://192.0.2.1/zone.ics\n"
                        + "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0800\n"
                        + "TZOFFSETTO:+0800\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n";

        assertThat(read(zone + event("DTSTART;TZID=Nowhere/Far;VALUE=DATE:20261001")).days())
                .hasSize(1);
    }

    @Test
    void what_is_read_is_observed() {
        WorkingHours office =
                new WorkingHours(
                        "office",
                        ZoneId.of("Asia/Shanghai"),
                        Map.of(DayOfWeek.THURSDAY, List.of(TimeRange.parse("09:00-17:00"))));
        var start = LocalDate.parse("2026-10-01").atStartOfDay(office.zone()).toInstant();

        assertThat(
                        office.observing(List.of(read(NATIONAL_DAY)))
                                .between(start, start.plus(Duration.ofDays(1))))
                .isZero();
    }

    private static void refused(String events, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ICalendar.holidays(
                                "strange",
                                file(events),
                                LocalDate.parse("1900-01-01"),
                                LocalDate.parse("2100-12-31")))
                .withMessageContaining(why);
    }

    private static Holidays read(String events) {
        return readFile(file(events));
    }

    private static Holidays readFile(String text) {
        return ICalendar.holidays(
                "cn", text, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
    }

    private static String file(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:中国法定节假日\nMETHOD:PUBLISH\n"
                + events
                + "END:VCALENDAR\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }
}
