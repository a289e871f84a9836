package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.cases.UnitPath;

/** ES-14, ES-17: A, or who stands in for them; B; the heads above; the watch; never nobody. */
class WhoIsReachedTest {

    private static final String QUALITY =
            "role: duty-officer, unit: hq/quality, a: zhang.lei, b: he.jing";

    @Test
    void both_holders_of_the_duty_are_reached_or_those_of_the_unit_above() {
        assertThat(reached("", "duty-officer", "hq/quality", "2026-12-01T08:00"))
                .isEqualTo("A zhang.lei, B he.jing");
        assertThat(reached("", "unit-head", "hq/logistics", "2026-12-01T08:00"))
                .isEqualTo("A liu.min, B sun.hao");
        assertThat(reached("", "unit-head", "hq/outlets/east", "2026-12-01T08:00"))
                .isEqualTo("A dong.liang");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zhang.lei 01 03 he.jing                                       | A he.jing",
                "zhang.lei 01 03 xu.qiang                                      | A xu.qiang, B he.jing",
                "zhang.lei 01 03 xu.qiang, xu.qiang 02 02 lin.yu               | A lin.yu, B he.jing",
                "zhang.lei 01 03 xu.qiang, xu.qiang 02 02 zhang.lei            | B he.jing",
                "zhang.lei 01 03 zhang.lei                                     | B he.jing",
                "zhang.lei 01 03 -, he.jing 01 03 lin.yu                       | B lin.yu",
                "zhang.lei 01 03 he.jing, he.jing 01 03 lin.yu                 | A lin.yu",
                "zhang.lei 01 03 -, he.jing 01 03 -                            | A xu.qiang",
                "zhang.lei 01 03 -, he.jing 01 03 -, xu.qiang 01 03 -          | A liu.min, B sun.hao",
                "zhang.lei 01 03 -, he.jing 01 03 -, xu.qiang 01 03 -, liu.min 01 03 -, sun.hao 01 03 - | B liu.qiang",
                "zhang.lei 01 01 -, he.jing 03 03 -                            | A zhang.lei, B he.jing",
            })
    void who_stands_in_is_walked_to_the_end_and_loops_end_the_walk(String absences, String who) {
        assertThat(reached(away(absences), "duty-officer", "hq/quality", "2026-12-02T12:00"))
                .isEqualTo(who);
    }

    @Test
    void an_absence_holds_from_its_first_midnight_to_its_last_or_to_the_minute() {
        String away =
                """
                absences:
                  - { person: zhang.lei, from: 2026-12-01, until: 2026-12-02 }
                  - { person: zhang.lei, from: 2026-12-05T08:00, until: 2026-12-05T12:00 }
                """;

        assertThat(
                        List.of(
                                        "2026-11-30T23:59",
                                        "2026-12-01T00:00",
                                        "2026-12-02T23:59",
                                        "2026-12-03T00:00",
                                        "2026-12-05T07:59",
                                        "2026-12-05T08:00",
                                        "2026-12-05T12:00")
                                .stream()
                                .map(at -> reached(away, "duty-officer", "hq/quality", at)))
                .containsExactly(
                        "A zhang.lei, B he.jing",
                        "B he.jing",
                        "B he.jing",
                        "A zhang.lei, B he.jing",
                        "A zhang.lei, B he.jing",
                        "B he.jing",
                        "A zhang.lei, B he.jing");
    }

    @Test
    void who_has_left_or_not_come_yet_is_not_reached_and_a_duty_passes_on_at_its_date() {
        String yaml =
                DemoOrganisation.text()
                        .replace("id: he.jing,", "id: he.jing, until: 2026-12-04,")
                        .replace("id: lin.yu,", "id: lin.yu, from: 2026-12-08,")
                        .replace(
                                "{ " + QUALITY + " }",
                                """
                                { %s, until: 2026-12-05 }
                                  - { role: duty-officer, unit: hq/quality, a: lin.yu, b: xu.qiang, from: 2026-12-06 }\
                                """
                                        .formatted(QUALITY));

        assertThat(IntStream.rangeClosed(4, 8).mapToObj(day -> on(yaml, day)))
                .containsExactly(
                        "A zhang.lei, B he.jing",
                        "A zhang.lei",
                        "B xu.qiang",
                        "B xu.qiang",
                        "A lin.yu, B xu.qiang");
    }

    @Test
    void turns_pass_on_by_the_wall_clock_and_an_override_goes_before() {
        String nights =
                """
                rosters:
                  - name: nights
                    start: 2026-12-01T20:00
                    every: P1D
                    persons: [zhang.lei, he.jing, xu.qiang]
                    overrides: [{ from: 2026-12-03T20:00, until: 2026-12-04T08:00, person: lin.yu, reason: swap }]
                """;

        assertThat(
                        List.of(
                                        "2026-12-01T19:59",
                                        "2026-12-01T20:00",
                                        "2026-12-02T19:59",
                                        "2026-12-02T20:00",
                                        "2026-12-03T20:00",
                                        "2026-12-04T08:00",
                                        "2026-12-04T20:00")
                                .stream()
                                .map(at -> inTurns(nights, at)))
                .as("nobody has the turn before the first: the head of the unit")
                .containsExactly(
                        "A xu.qiang, B zhang.lei",
                        "A zhang.lei",
                        "A zhang.lei",
                        "A he.jing",
                        "A lin.yu",
                        "A xu.qiang",
                        "A zhang.lei");
    }

    @Test
    void a_week_of_a_roster_has_seven_days_also_where_the_clocks_change() {
        String london =
                """
                rosters:
                  - { name: nights, zone: Europe/London, start: 2026-10-19T09:00, every: P7D, persons: [zhang.lei, he.jing] }
                """;

        assertThat(inTurns(london, "2026-10-26T16:59")).as("08:59 GMT").isEqualTo("A zhang.lei");
        assertThat(inTurns(london, "2026-10-26T17:00")).as("09:00 GMT").isEqualTo("A he.jing");
    }

    @Test
    void why_it_is_them_is_told_in_both_languages() {
        Organisation organisation =
                DemoOrganisation.of(
                        DemoOrganisation.text()
                                + away("zhang.lei 01 03 xu.qiang, xu.qiang 02 02 lin.yu"));

        Reached first =
                organisation
                        .reach("duty-officer", new UnitPath("hq/quality"), at("2026-12-02T12:00"))
                        .getFirst();

        assertThat(first.why().stream().map(Names::en))
                .containsExactly(
                        "Zhang Lei is duty-officer of Quality Management (A).",
                        "Zhang Lei is away until 2026-12-03.",
                        "Xu Qiang is away until 2026-12-02.",
                        "Lin Yu stands in.");
        assertThat(first.why().stream().map(Names::zh).collect(Collectors.joining()))
                .isEqualTo(
                        "张磊是质量管理部的 duty-officer（A 角）。张磊不在，至 2026-12-03。徐强不在，至 2026-12-02。由林宇代理。");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261201})
    void whoever_is_away_somebody_who_is_there_is_reached_and_nobody_twice(long seed) {
        var random = new Random(seed);
        Document demo = OrganisationYaml.read("demo", DemoOrganisation.text());
        for (int run = 0; run < 50; run++) {
            String absences =
                    demo.persons().stream()
                            .filter(person -> !person.id().value().equals("liu.qiang"))
                            .filter(_ -> random.nextInt(3) > 0)
                            .map(person ->
                                    "%s 02 02 %s"
                                            .formatted(
                                                    person.id(),
                                                    demo.persons()
                                                            .get(
                                                                    random.nextInt(
                                                                            demo.persons().size()))
                                                            .id()))
                            .collect(Collectors.joining(", "));
            Organisation organisation =
                    DemoOrganisation.of(DemoOrganisation.text() + away(absences));

            for (Document.Unit unit : demo.units()) {
                assertThat(organisation.reach("duty-officer", unit.path(), at("2026-12-02T12:00")))
                        .isNotEmpty()
                        .extracting(Reached::person)
                        .doesNotHaveDuplicates()
                        .allSatisfy(
                                person -> assertThat(absences).doesNotContain(person + " 02 02"));
            }
        }
    }

    /** {@code person first last deputy}, days of December, separated by commas. */
    private static String away(String absences) {
        return absences.isEmpty()
                ? ""
                : "absences:\n"
                        + List.of(absences.split(", ", -1)).stream()
                                .map(one -> one.strip().split(" ", -1))
                                .map(one ->
                                        "  - { person: %s, from: 2026-12-%s, until: 2026-12-%s%s }\n"
                                                .formatted(
                                                        one[0],
                                                        one[1],
                                                        one[2],
                                                        one[3].equals("-")
                                                                ? ""
                                                                : ", deputy: " + one[3]))
                                .collect(Collectors.joining());
    }

    private static String on(String yaml, int day) {
        return told(
                DemoOrganisation.of(yaml),
                "duty-officer",
                "hq/quality",
                "2026-12-0" + day + "T00:00");
    }

    private static String inTurns(String rosters, String at) {
        String yaml =
                DemoOrganisation.text()
                        .replace(QUALITY, "role: duty-officer, unit: hq/quality, roster: nights");
        return told(DemoOrganisation.of(yaml + rosters), "duty-officer", "hq/quality", at);
    }

    private static String reached(String more, String role, String unit, String at) {
        return told(DemoOrganisation.of(DemoOrganisation.text() + more), role, unit, at);
    }

    private static String told(Organisation organisation, String role, String unit, String at) {
        return organisation.reach(role, new UnitPath(unit), at(at)).stream()
                .map(reached -> reached.holder() + " " + reached.person())
                .collect(Collectors.joining(", "));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DemoOrganisation.ZONE).toInstant();
    }
}
