package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.InvalidOrganisation;
import org.redress.escalation.organisation.Matter;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Trigger;

/** What a policy may say, on the organisation that comes along (ADR 18, ES-04, ES-05). */
class WhatAPolicySaysTest {

    private static final Instant TUESDAY_MORNING = Instant.parse("2026-12-01T02:00:00Z");
    private static final Instant SUNDAY_NIGHT = Instant.parse("2026-12-06T15:00:00Z");
    private static final UnitPath QUALITY = new UnitPath("hq/quality");
    private static final UnitPath EAST = new UnitPath("hq/outlets/east");

    @Test
    void a_policy_may_be_for_a_class_a_category_or_a_level() {
        Organisation organisation =
                with(
                        "classes: [SUGGESTION], categories: [CONDUCT], levels: [II, I]",
                        "{ role: command-post }");

        assertThat(policy(organisation, CaseClass.SUGGESTION, "CONDUCT", ResponseLevel.I))
                .isEqualTo("special");
        assertThat(policy(organisation, CaseClass.COMPLAINT, "CONDUCT", ResponseLevel.I))
                .isEqualTo("high");
        assertThat(policy(organisation, CaseClass.SUGGESTION, "OTHER", ResponseLevel.I))
                .isEqualTo("high");
        assertThat(policy(organisation, CaseClass.SUGGESTION, "CONDUCT", ResponseLevel.III))
                .isEqualTo("high");
    }

    private static String policy(
            Organisation organisation, CaseClass caseClass, String category, ResponseLevel level) {
        return organisation
                .policyFor(
                        new Matter(Trigger.SEVERITY, Severity.HIGH, caseClass, category, level),
                        QUALITY)
                .id();
    }

    @Test
    void all_targets_of_a_step_are_paged_at_once_and_nobody_again() {
        Organisation organisation =
                with(
                        "",
                        "{ targets: [{ role: duty-officer }, { role: unit-head, unit: hq/safety }, { person: zhao.guoqiang }, { unit: hq/legal }, { roster: nights }] }",
                        "{ role: unit-head, waitFor: PT10M }",
                        "{ targets: [{ person: he.jing }, { role: command-post }] }");

        assertThat(paged(organisation, QUALITY, TUESDAY_MORNING))
                .containsExactly(
                        "+0m zhang.lei, peng.bo, zhao.guoqiang, qian.feng, lin.yu",
                        "+5m he.jing, feng.tao, shen.lu",
                        "+10m xu.qiang",
                        "+20m liu.min");
    }

    @Test
    void who_has_to_be_reached_by_name_and_is_away_has_a_deputy_or_the_head_of_the_unit() {
        String yaml =
                yaml(
                                "",
                                "{ targets: [{ person: luo.ting }] }",
                                "{ targets: [{ person: ye.qing }] }")
                        + """
                        absences:
                          - { person: luo.ting, from: 2026-12-01, until: 2026-12-02, deputy: fan.xin }
                          - { person: ye.qing, from: 2026-12-01, until: 2026-12-02 }
                        """;

        assertThat(paged(DemoOrganisation.of(yaml), QUALITY, TUESDAY_MORNING))
                .containsExactly("+0m fan.xin", "+5m xu.qiang", "+10m zhang.lei");
    }

    @Test
    void outside_of_its_hours_a_step_is_passed_over_and_the_others_go_on() {
        Organisation organisation =
                with(
                        "",
                        "{ role: duty-officer, during: working-hours }",
                        "{ role: command-post }",
                        "{ role: unit-head, during: working-hours }");

        assertThat(paged(organisation, QUALITY, TUESDAY_MORNING))
                .containsExactly(
                        "+0m zhang.lei",
                        "+5m he.jing",
                        "+10m zhao.guoqiang",
                        "+15m liu.min",
                        "+20m xu.qiang");
        assertThat(paged(organisation, QUALITY, SUNDAY_NIGHT))
                .containsExactly("+0m zhao.guoqiang", "+5m liu.min");
    }

    @Test
    void what_reaches_nobody_at_its_hour_is_exhausted_at_once_and_so_the_watch_hears_of_it() {
        Organisation organisation = with("", "{ role: duty-officer, during: working-hours }");
        var sample = new SampleEscalation(special(organisation, QUALITY));

        List<PagingEvent> told = sample.escalation.begin(Ladder.of(organisation), SUNDAY_NIGHT);

        assertThat(told).singleElement().isInstanceOf(PagingEvent.Exhausted.class);
        assertThat(sample.escalation.nextAt()).isEmpty();
    }

    @Test
    void one_of_several_that_cannot_be_reached_costs_nobody_their_time_to_answer() {
        Organisation organisation =
                with(
                        "",
                        "{ targets: [{ person: ye.qing }, { person: fan.xin }] }",
                        "{ role: unit-head }");
        var sample = new SampleEscalation(special(organisation, QUALITY));
        Ladder ladder = Ladder.of(organisation);
        sample.escalation.begin(ladder, TUESDAY_MORNING);
        List<Page> both = sample.escalation.pages();

        assertThat(sample.escalation.undelivered(both.getFirst().id(), ladder, TUESDAY_MORNING))
                .isEmpty();
        assertThat(sample.escalation.undelivered(both.getLast().id(), ladder, TUESDAY_MORNING))
                .singleElement()
                .isInstanceOf(PagingEvent.Paged.class);
    }

    @Test
    void only_who_was_paged_by_the_step_has_to_go_there() {
        Organisation organisation =
                with(
                        "",
                        "{ role: duty-officer }",
                        "{ role: unit-head, onSite: { within: PT30M } }");
        for (String person : List.of("zhang.lei", "xu.qiang")) {
            var sample = new SampleEscalation(special(organisation, QUALITY));
            Ladder ladder = Ladder.of(organisation);
            sample.escalation.begin(ladder, TUESDAY_MORNING);
            sample.escalation.waited(ladder, TUESDAY_MORNING.plusSeconds(300));
            sample.escalation.waited(ladder, TUESDAY_MORNING.plusSeconds(600));

            sample.escalation.acknowledge(
                    new PersonId(person), Via.API, TUESDAY_MORNING.plusSeconds(601));

            assertThat(sample.escalation.isOpen()).isEqualTo(person.equals("xu.qiang"));
        }
    }

    @Test
    void along_the_tree_no_unit_is_left_out() {
        Organisation organisation =
                with("", "{ role: duty-officer, at: UPWARDS }", "{ role: unit-head, at: UPWARDS }");

        assertThat(paged(organisation, EAST, TUESDAY_MORNING))
                .containsExactly(
                        "+0m lu.yang",
                        "+5m ren.jie",
                        "+10m sun.hao",
                        "+15m zhou.jie",
                        "+20m dong.liang",
                        "+25m liu.min");
    }

    @Test
    void the_unit_in_which_it_happened_is_reached_first_if_it_is_another_and_one_of_ours() {
        Organisation organisation =
                with("", "{ role: duty-officer, at: INCIDENT }", "{ role: duty-officer }");

        assertThat(special(organisation, QUALITY, EAST).steps())
                .extracting(step -> step.whom().getFirst().in(QUALITY))
                .containsExactly(EAST, QUALITY);
        assertThat(List.of(QUALITY, new UnitPath("hq/moon")))
                .allSatisfy(same ->
                        assertThat(special(organisation, QUALITY, same).steps())
                                .isEqualTo(special(organisation, QUALITY, null).steps())
                                .singleElement()
                                .extracting(EscalationPolicy.Step::role)
                                .isEqualTo("duty-officer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ role: nobody } | policies[0].steps[0].role | unknown role 'nobody'",
                "{ targets: [{ person: no.one }] } | policies[0].steps[0].targets[0].person | unknown person 'no.one'",
                "{ targets: [{ unit: hq/moon }] } | policies[0].steps[0].targets[0].unit | unknown unit 'hq/moon'",
                "{ targets: [{ roster: days }] } | policies[0].steps[0].targets[0].roster | unknown roster 'days'",
                "{ role: watch, during: teatime } | policies[0].steps[0].during | unknown calendar 'teatime'",
                "{ role: watch, targets: [{ unit: hq }] } | policies[0].steps[0] | a step needs either a role or targets",
                "{ targets: [{ unit: hq }], at: UPWARDS } | policies[0].steps[0] | at is for a step with a role",
                "{ targets: [{ person: ye.qing, unit: hq }] } | policies[0].steps[0].targets[0] | a target is a role",
            })
    void what_is_wrong_with_a_step_is_told_by_its_place(String step, String path, String wrong) {
        assertThatThrownBy(() -> with("", step))
                .isInstanceOf(InvalidOrganisation.class)
                .hasMessageContaining(path)
                .hasMessageContaining(wrong);
    }

    @Test
    void the_last_resort_has_no_hours() {
        String asleep =
                DemoOrganisation.text()
                        .replace(
                                "{ role: watch, waitFor: PT10M }",
                                "{ role: watch, during: working-hours }");

        assertThatThrownBy(() -> DemoOrganisation.of(asleep))
                .hasMessageContaining("must be a role and have no hours");
    }

    private static List<String> paged(Organisation organisation, UnitPath unit, Instant at) {
        EscalationPolicy policy = special(organisation, unit);
        Ladder ladder = Ladder.of(organisation);
        List<Page> all =
                new ArrayList<>(
                        ladder.firstFrom(Optional.of(Rung.FIRST), policy, unit, List.of(), at));
        all.addAll(ladder.following(all, policy, unit, 100));
        return all.stream()
                .map(Page::pagedAt)
                .distinct()
                .map(then ->
                        "+%dm %s"
                                .formatted(
                                        Duration.between(at, then).toMinutes(),
                                        String.join(
                                                ", ",
                                                all.stream()
                                                        .filter(page -> page.pagedAt().equals(then))
                                                        .map(page -> page.person().value())
                                                        .toList())))
                .toList();
    }

    private static EscalationPolicy special(Organisation organisation, UnitPath unit) {
        return special(organisation, unit, null);
    }

    private static EscalationPolicy special(
            Organisation organisation, UnitPath unit, @Nullable UnitPath incident) {
        return organisation.placed(
                organisation.policyFor(Matter.of(Trigger.SEVERITY, Severity.HIGH), unit),
                unit,
                incident);
    }

    private static Organisation with(String filters, String... steps) {
        return DemoOrganisation.of(yaml(filters, steps));
    }

    private static String yaml(String filters, String... steps) {
        String policy =
                "  - { id: special, name: { zh: 特别, en: Special }, unit: hq, triggers: [SEVERITY], severities: [HIGH],%s steps: [%s] }\n"
                        .formatted(
                                filters.isEmpty() ? "" : " " + filters + ",",
                                String.join(", ", steps));
        return DemoOrganisation.text().replace("\npolicies:\n", "\npolicies:\n" + policy)
                + """

                rosters:
                  - { name: nights, start: 2026-11-30T20:00, every: P1D, persons: [lin.yu, ma.chao] }
                """;
    }
}
