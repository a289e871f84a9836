package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.cases.ACase;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;

class OrganisationFileTest {

    private static final UnitPath LOGISTICS = new UnitPath("hq/logistics");

    private final String bundled = DemoOrganisation.text();

    @Test
    void the_bundled_organisation_is_valid() {
        Organisation organisation = check(bundled);

        assertThat(organisation.reception()).isEqualTo(new UnitPath("hq/customer-service"));
    }

    @Test
    void the_root_may_have_any_name() {
        Organisation organisation = check(bundled.replaceAll("\\bhq\\b", "firma"));

        assertThat(organisation.root()).isEqualTo(new UnitPath("firma"));
        assertThat(organisation.unitNamed("/firma/legal")).contains(new UnitPath("firma/legal"));
        assertThat(organisation.unitNamed("hq/legal")).isEmpty();
        assertThat(
                        organisation
                                .policyFor(
                                        Matter.of(Trigger.ALARM, Severity.HIGH),
                                        organisation.root())
                                .id())
                .isEqualTo("watch");
    }

    @Test
    void a_unit_that_left_with_all_above_it_is_stood_in_for_by_the_reception() {
        Organisation organisation = check(bundled);
        UnitPath gone = new UnitPath("firma/legal");

        assertThat(organisation.reach("duty-officer", gone, Instant.EPOCH))
                .extracting(reached -> reached.person().value())
                .containsExactly("wang.fang", "chen.wei");
        assertThat(organisation.policyFor(Matter.of(Trigger.SEVERITY, Severity.HIGH), gone).id())
                .isEqualTo("high");
    }

    @Test
    void a_units_own_policy_goes_before_that_of_the_unit_above() {
        Organisation organisation = check(bundled);

        assertThat(
                        organisation
                                .policyFor(
                                        Matter.of(Trigger.SEVERITY, Severity.CRITICAL),
                                        new UnitPath("hq/food-safety"))
                                .id())
                .isEqualTo("food-safety-critical");
        assertThat(
                        organisation
                                .policyFor(
                                        Matter.of(Trigger.SEVERITY, Severity.HIGH),
                                        new UnitPath("hq/food-safety"))
                                .id())
                .isEqualTo("high");
        assertThat(
                        organisation
                                .policyFor(Matter.of(Trigger.CLOCK_BREACH, Severity.LOW), LOGISTICS)
                                .id())
                .isEqualTo("overdue");
        assertThat(
                        organisation
                                .policyFor(Matter.of(Trigger.REOPENED, Severity.LOW), LOGISTICS)
                                .id())
                .isEqualTo("reopened");
        assertThat(
                        organisation
                                .policyFor(
                                        Matter.of(Trigger.REOPENED, Severity.CRITICAL), LOGISTICS)
                                .id())
                .isEqualTo("reopened-urgent");
    }

    @Test
    void a_graver_case_has_less_time() {
        Organisation organisation = check(bundled);
        Instant friday = Instant.parse("2026-11-20T09:50:00Z");

        assertThat(receipt(organisation, Severity.CRITICAL, friday))
                .isEqualTo(
                        new Deadline(
                                "24x7",
                                1,
                                Duration.ofMinutes(10),
                                0.5,
                                friday,
                                friday.plusSeconds(300),
                                friday.plusSeconds(600)));
        assertThat(receipt(organisation, Severity.LOW, friday))
                .isEqualTo(
                        new Deadline(
                                "working-hours",
                                1,
                                Duration.ofMinutes(30),
                                0.5,
                                friday,
                                Instant.parse("2026-11-23T00:35:00Z"),
                                Instant.parse("2026-11-23T00:50:00Z")));
    }

    private static Deadline receipt(Organisation organisation, Severity severity, Instant start) {
        CaseFacts facts = ACase.ordinary().of(severity).facts();
        ClockRule rule = organisation.rule(ClockName.UNIT_RECEIPT, facts).orElseThrow();
        return organisation.deadline(rule, facts, start);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reception: hq/customer-service      | reception: hq/nowhere                | reception: unknown unit 'hq/nowhere'",
                "path: hq/finance,                   | path: hq/logistics,                  | units[5]: 'hq/logistics' stands here a second time",
                "path: hq/finance,                   | path: hq/money/finance,              | units[5].path: unknown unit 'hq/money'",
                "path: hq/finance,                   | path: HQ,                            | units[5].path: unit 'HQ' is not a path",
                "a: gao.peng                         | a: gao.pong                          | duties[4].a: unknown person 'gao.pong'",
                "id: gao.peng, name: { zh: 高鹏, en: Gao Peng } | id: gao.peng, name: { zh: 高鹏 } | persons[15].name: both zh and en are needed",
                "id: gao.peng,                       | id: gao.peng, phone: 1,              | persons[15].phone: unknown field",
                "{ role: command-post, waitFor: PT5M } | { role: comand-post }              | policies[0].steps[2].role: unknown role 'comand-post'",
                "{ role: command-post, waitFor: PT5M } | { role: command-post, waitFor: 5 minutes } | policies[0].steps[2].waitFor: '5 minutes' is no Duration",
                "{ role: command-post, waitFor: PT5M } | { role: command-post, waitFor: PT-5M } | policies[0].steps[2]: waitFor must be positive",
                "severities: [HIGH]                  | severities: [GRAVE]                  | 'GRAVE' is none of [LOW, MEDIUM, HIGH, CRITICAL]",
                "MONDAY: [\"08:30-12:00\"            | MONDAY: [\"12:30-12:00\"             | calendars[1].hours: MONDAY: 12:30-12:00 and 13:30-18:00 overlap",
                "tiers: [T3], within: PT24H          | tiers: [T3], within: PT24H, calendar: workdays | clocks[11].calendar: unknown calendar 'workdays'",
                "en: Headquarters }, calendar: working-hours | en: Headquarters }           | clocks[2].calendar: is missing, and neither hq nor a unit above it has one",
                "en: Headquarters }, calendar: working-hours | en: Headquarters }, calendar: workdays | units[0].calendar: unknown calendar 'workdays'; known are [24x7, working-hours]",
                "holidays: [cn-2026, cn-2027]        | holidays: [cn-2026, cn-1949]         | calendars[1].holidays[1]: unknown holidays 'cn-1949'; known are [cn-2026, cn-2027]",
                "- name: 24x7                        | `- name: 24x7\n    holidays: [cn-2026]` | calendars[0].holidays: stand in a calendar without hours",
                "calendars:                          | `holidays: [{ name: mine, days: [2026-12-24], workdays: [2026-12-24] }]\ncalendars:` | holidays[0]: mine: 2026-12-24 is told twice",
                "tiers: [T3], within: PT24H          | tiers: [T3], units: [hq/legel], within: PT24H | clocks[11].units[0]: unknown unit 'hq/legel'",
                "tiers: [T3], within: PT24H          | tiers: [T3], channels: [FAX], within: PT24H | 'FAX' is none of [HOTLINE",
                "tiers: [T3], within: PT24H          | tiers: [T3], units: [hq], within: PT24H | clocks: no rule for RESOLUTION at severity LOW and tier T3",
                "tiers: [T3], within: PT24H          | tiers: [T3], within: PT24H, warn: overdoe | clocks[11].warn: 'overdoe' is neither HANDLER nor UNIT_HEAD",
                "tiers: [T3], within: PT24H          | tiers: [T3], within: PT24H, shares: { P1: 1.5 } | clocks[11]: shares must be more than 0",
                "tiers: [T3], within: PT24H          | tiers: [T2], within: PT24H           | clocks: no rule for RESOLUTION at severity LOW and tier T3",
                "triggers: [CLOCK_BREACH]            | triggers: [REOPENED]                 | policies: none for trigger CLOCK_BREACH and severity LOW in hq",
                "a: gao.peng                         | roster: nights                       | duties[4].roster: unknown roster 'nights'",
                "a: gao.peng                         | a: gao.peng, roster: nights          | duties[4].a: stands beside a roster",
                "a: gao.peng, b: luo.ting            | b: luo.ting                          | duties[4].a: unknown person 'null'",
                "role: duty-officer, unit: hq/finance | role: duty-officer, unit: hq/logistics | duties[5]: 'duty-officer of hq/logistics' stands here a second time at the same time",
                "id: gao.peng,                       | id: gao.peng, language: fr,          | persons[15].language: is none of",
                "id: gao.peng,                       | id: gao.peng, superior: gao.pong,    | persons[15].superior: unknown person 'gao.pong'",
                "id: gao.peng,                       | id: gao.peng, from: 2026-12-02, until: 2026-12-01, | persons[15].until: lies before from",
                "id: gao.peng,                       | id: gao.peng, from: 2026-02-30,      | persons[15].from: '2026-02-30' is neither a day",
                "calendars:                          | `rosters: [{ name: nights, start: 2026-12-01, every: P1M, persons: [sun.hao] }]\ncalendars:` | rosters[0]: every must be a number of days",
                "calendars:                          | `rosters: [{ name: nights, start: 2026-12-01, every: P1D, persons: [sun.hoa] }]\ncalendars:` | rosters[0].persons[0]: unknown person 'sun.hoa'",
                "calendars:                          | `absences: [{ person: sun.hao, from: 2026-12-01, until: 2026-12-03, deputy: sun.hoa }]\ncalendars:` | absences[0].deputy: unknown person 'sun.hoa'",
                "calendars:                          | `absences: [{ person: sun.hao, from: 2026-12-01, until: 2026-12-03 }, { person: sun.hao, from: 2026-12-03, until: 2026-12-04 }]\ncalendars:` | absences[1]: 'sun.hao' stands here a second time at the same time",
                "calendars:                          | `absences: [{ person: sun.hao, from: 2026-12-01, until: 2026-12-03 }, { person: liu.qiang, from: 2026-12-03, until: 2026-12-04 }]\ncalendars:` | duties: nobody who is watch of hq is there at 2026-12-03T00:00",
                "role: leader-in-charge, unit: hq,   | role: leader-in-charge, unit: hq/legal, | duties: nobody is leader-in-charge for hq",
            })
    void what_is_wrong_is_named_with_its_place(String right, String wrong, String problem) {
        assertThat(bundled).contains(right);
        String broken = bundled.replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> check(broken))
                .isInstanceOf(InvalidOrganisation.class)
                .hasMessageContaining(
                        "organisation.yaml: " + (problem.startsWith("'") ? "" : problem))
                .hasMessageContaining(problem);
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        String broken =
                bundled.replace("a: gao.peng", "a: gao.pong").replace("b: luo.ting", "b: luo.tong");

        assertThatThrownBy(() -> check(broken))
                .hasMessageContainingAll("duties[4].a", "duties[4].b");

        String unreadable =
                bundled.replace("waitFor: PT5M", "waitFor: soon")
                        .replace("id: gao.peng", "it: gao");

        assertThatThrownBy(() -> check(unreadable))
                .hasMessageContainingAll("persons[15].id", "policies[0].steps[2].waitFor");
    }

    @Test
    void what_is_no_yaml_is_named_with_its_line() {
        assertThatThrownBy(() -> OrganisationYaml.read("my.yaml", "reception: hq\nunits: [}\n"))
                .isInstanceOf(InvalidOrganisation.class)
                .hasMessageContaining("my.yaml")
                .hasMessageContaining("line 2");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var source = new OrganisationSource(Optional.of(Path.of("/nowhere/organisation.yaml")));

        assertThatThrownBy(source::read)
                .hasMessage("/nowhere/organisation.yaml: there is no such file");
    }

    @Test
    void a_step_that_does_not_say_how_long_waits_five_minutes() {
        String terse =
                bundled.replaceFirst("role: command-post, waitFor: PT5M", "role: command-post");

        EscalationPolicy policy =
                check(terse)
                        .policyFor(
                                Matter.of(Trigger.SEVERITY, Severity.CRITICAL),
                                new UnitPath("hq/food-safety"));

        assertThat(policy.steps().getLast().waitFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_policy_comes_back_from_json_as_it_was() {
        EscalationPolicy policy =
                check(bundled).policyFor(Matter.of(Trigger.SEVERITY, Severity.CRITICAL), LOGISTICS);

        assertThat(EscalationPolicy.fromJson(policy.toJson())).isEqualTo(policy);
    }

    private static Organisation check(String yaml) {
        return DemoOrganisation.of(yaml);
    }
}
