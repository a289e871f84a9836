package org.redress.escalation.duty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.DemoOrganisation;

/** One's duties in one's own calendar (RFC 5545). */
class DutyCalendarTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void each_shift_is_an_event_and_those_that_touch_are_one() {
        String yaml =
                DemoOrganisation.text()
                                .replace(
                                        "role: duty-officer, unit: hq/quality, a: zhang.lei, b: he.jing",
                                        "role: duty-officer, unit: hq/quality, roster: nights, b: he.jing")
                        + """
                        rosters:
                          - name: nights
                            start: 2026-12-01T08:00
                            every: P1D
                            persons: [zhang.lei, lin.yu, xu.qiang]
                            overrides: [{ from: 2026-12-03T08:00, until: 2026-12-04T08:00, person: lin.yu }]
                        """;

        assertThat(lines("lin.yu", yaml, 5))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Redress//Duties//EN")
                .endsWith("END:VCALENDAR")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:duty-officer-hq.quality-A-20261202T000000Z@redress",
                        "DTSTAMP:20261201T000000Z",
                        "DTSTART:20261202T000000Z",
                        "DTEND:20261204T000000Z",
                        "SUMMARY:duty-officer 质量管理部 · Quality Management (A)",
                        "END:VEVENT")
                .filteredOn(line -> line.startsWith("DTSTART"))
                .as("and the head of after-sales for all five days")
                .containsExactlyInAnyOrder(
                        "DTSTART:20261202T000000Z",
                        "DTSTART:20261205T000000Z",
                        "DTSTART:20261201T000000Z");
    }

    @Test
    void who_is_away_has_no_duty_and_whoever_stands_in_has_it() {
        String yaml =
                DemoOrganisation.text()
                        + "absences: [{ person: qian.feng, from: 2026-12-02, until: 2026-12-02, deputy: jiang.nan }]";

        assertThat(lines("qian.feng", yaml, 3))
                .filteredOn(line -> line.startsWith("DT") && !line.startsWith("DTSTAMP"))
                .containsExactly(
                        "DTSTART:20261201T000000Z",
                        "DTEND:20261201T160000Z",
                        "DTSTART:20261202T160000Z",
                        "DTEND:20261204T000000Z");
        assertThat(lines("jiang.nan", yaml, 3)).contains("DTSTART:20261201T160000Z");
    }

    @Test
    void long_lines_are_folded_between_characters() {
        String yaml =
                DemoOrganisation.text()
                        .replace(
                                "zh: 法务部, en: Legal",
                                "zh: 法务部, en: \"Legal; and all that is written, %s\""
                                        .formatted("很".repeat(60)));
        String calendar =
                DutyCalendar.of(
                        new PersonId("qian.feng"),
                        DemoOrganisation.of(yaml),
                        NOW,
                        NOW.plus(Duration.ofDays(1)));

        assertThat(calendar.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("Legal\\; and all that is written\\, " + "很".repeat(60) + " (A)");
    }

    private static List<String> lines(String person, String yaml, int days) {
        return DutyCalendar.of(
                        new PersonId(person),
                        DemoOrganisation.of(yaml),
                        NOW,
                        NOW.plus(Duration.ofDays(days)))
                .lines()
                .toList();
    }
}
