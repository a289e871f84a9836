package org.redress.escalation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
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
    @CsvSource({"9-17", "18:00-09:00", "09:00", "09:00-09:00", "09:00-25:00"})
    void hours_that_are_none_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.parse(text));
    }

    @Test
    void round_the_clock_every_second_counts() {
        var start = LocalDateTime.parse("2026-11-21T23:59:59").atZone(SHANGHAI).toInstant();

        assertThat(new RoundTheClock("24x7").dueAt(start, Duration.ofMinutes(5)))
                .isEqualTo(start.plusSeconds(300));
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
