package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.cases.ACase;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.Channel;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;

/** Which rule a clock runs by, on which calendar, and how long. */
class ClockRulesTest {

    private static final String RULES =
            """
            clocks:
              - { clock: RESOLUTION, classes: [SUGGESTION], within: PT1H }
              - { clock: RESOLUTION, categories: [FOOD_SAFETY, PRIVACY], within: PT2H }
              - { clock: RESOLUTION, channels: [REGULATOR], within: PT3H }
              - { clock: RESOLUTION, units: [hq/outlets], within: PT4H }
              - { clock: RESOLUTION, levels: [I, II], severities: [HIGH], within: PT5H }
              - { clock: RESOLUTION, tiers: [T3], within: PT6H, shares: { P1: 0.5, P2: 0.75 } }
              - { clock: RESOLUTION, severities: [CRITICAL], within: PT7H, calendar: 24x7 }
            """;

    @Test
    void the_first_rule_that_fits_the_case_holds() {
        Organisation organisation = withRules();

        assertThat(within(organisation, ACase.ordinary().of(CaseClass.SUGGESTION))).hasHours(1);
        assertThat(within(organisation, ACase.ordinary().about("PRIVACY"))).hasHours(2);
        assertThat(within(organisation, ACase.ordinary().of(CaseClass.SUGGESTION).about("PRIVACY")))
                .hasHours(1);
        assertThat(within(organisation, ACase.ordinary().by(Channel.REGULATOR))).hasHours(3);
        assertThat(within(organisation, ACase.ordinary().in("hq/outlets/east"))).hasHours(4);
        assertThat(within(organisation, ACase.ordinary().in("hq/outlets"))).hasHours(4);
        assertThat(within(organisation, high().at(ResponseLevel.II))).hasHours(5);
        assertThat(within(organisation, high().at(ResponseLevel.III).at(Tier.T3))).hasHours(6);
        assertThat(within(organisation, ACase.ordinary().of(Severity.CRITICAL).by(null)))
                .hasHours(7);
        assertThat(within(organisation, ACase.ordinary())).as("the rule of before").hasHours(8);
    }

    @Test
    void a_priority_has_its_share_of_the_time() {
        Organisation organisation = withRules();

        assertThat(within(organisation, ACase.ordinary().at(Tier.T3).with(Priority.P1)))
                .hasHours(3);
        assertThat(within(organisation, ACase.ordinary().at(Tier.T3).with(Priority.P2)))
                .isEqualTo(Duration.ofMinutes(270));
        assertThat(within(organisation, ACase.ordinary().at(Tier.T3).with(Priority.P4)))
                .hasHours(6);
    }

    /** National Day 2026 is off from 1 to 7 October, and 10 October, a Saturday, is worked. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-30T17:30, 2026-10-08T17:30",
        "2026-10-05T12:00, 2026-10-08T18:00",
        "2026-10-09T17:30, 2026-10-10T17:30",
        "2026-10-10T17:30, 2026-10-12T17:30",
        "2026-12-31T17:30, 2027-01-04T17:30",
    })
    void eight_working_hours_leave_out_holidays_and_count_make_up_days(
            LocalDateTime start, LocalDateTime due) {
        assertThat(dueAt(DemoOrganisation.get(), ACase.ordinary(), start)).isEqualTo(at(due));
    }

    @Test
    void what_a_document_says_of_holidays_goes_before_what_ships() {
        Organisation organisation =
                DemoOrganisation.of(
                        DemoOrganisation.text()
                                + """
                                holidays:
                                  - name: cn-2027
                                    days: [2027-01-01]
                                    workdays: [2027-01-02, { date: 2027-01-03, as: FRIDAY }]
                                    source: the notice
                                """);

        assertThat(dueAt(organisation, ACase.ordinary(), LocalDateTime.parse("2026-12-31T17:30")))
                .isEqualTo(at(LocalDateTime.parse("2027-01-02T17:30")));
    }

    @Test
    void a_rule_without_a_calendar_counts_on_that_of_the_unit_or_of_the_nearest_above() {
        Organisation organisation =
                DemoOrganisation.of(
                        DemoOrganisation.text()
                                .replace(
                                        "zh: 门店管理部, en: Outlets }",
                                        "zh: 门店管理部, en: Outlets }, calendar: 24x7"));
        LocalDateTime friday = LocalDateTime.parse("2026-11-20T17:00");

        assertThat(dueAt(organisation, ACase.ordinary().in("hq/outlets/east"), friday))
                .isEqualTo(at(friday.plusHours(8)));
        assertThat(dueAt(organisation, ACase.ordinary(), friday))
                .isEqualTo(at(LocalDateTime.parse("2026-11-23T17:00")));
    }

    /** As versions are kept that were written before. */
    @Test
    void a_document_of_before_there_were_holidays_holds_as_it_did() {
        ObjectNode stored =
                OrganisationJson.tree(
                        OrganisationYaml.read("organisation.yaml", DemoOrganisation.text()));
        stored.withArray("units").forEach(unit -> ((ObjectNode) unit).remove("calendar"));
        stored.withArray("calendars").forEach(entry -> ((ObjectNode) entry).remove("holidays"));
        stored.withArray("clocks")
                .forEach(rule -> {
                    if (!rule.has("calendar")) {
                        ((ObjectNode) rule).put("calendar", "working-hours");
                    }
                });

        assertThat(
                        dueAt(
                                DemoOrganisation.of(stored.toString()),
                                ACase.ordinary(),
                                LocalDateTime.parse("2026-09-30T17:30")))
                .isEqualTo(at(LocalDateTime.parse("2026-10-01T17:30")));
    }

    @Test
    void a_warning_tells_somebody_quietly_or_reaches_them_by_a_policy() {
        Organisation organisation =
                DemoOrganisation.of(
                        DemoOrganisation.text()
                                .replace(
                                        "tiers: [T2], within: PT16H",
                                        "tiers: [T2], within: PT16H, warn: overdue"));
        CaseFacts second = ACase.ordinary().at(Tier.T2).facts();

        assertThat(organisation.policyForWarning(ClockName.RESOLUTION, null, second))
                .map(EscalationPolicy::id)
                .contains("overdue");
        assertThat(organisation.rule(ClockName.RESOLUTION, second).orElseThrow().reminded())
                .isEmpty();
        CaseFacts first = ACase.ordinary().facts();
        assertThat(organisation.policyForWarning(ClockName.RESOLUTION, null, first)).isEmpty();
        assertThat(organisation.rule(ClockName.RESOLUTION, first).orElseThrow().reminded())
                .contains(ClockRule.Reminded.HANDLER);
    }

    @Test
    void a_rule_comes_back_from_yaml_as_it_was() {
        Document document =
                OrganisationYaml.read(
                        "organisation.yaml",
                        DemoOrganisation.text().replaceFirst("clocks:\n", RULES));

        assertThat(OrganisationYaml.read("again", OrganisationYaml.write(document)))
                .isEqualTo(document);
        assertThat(document.clocks().get(5).shares())
                .isEqualTo(Map.of(Priority.P1, 0.5, Priority.P2, 0.75));
    }

    private static Organisation withRules() {
        return DemoOrganisation.of(DemoOrganisation.text().replaceFirst("clocks:\n", RULES));
    }

    private static ACase high() {
        return ACase.ordinary().of(Severity.HIGH);
    }

    private static Duration within(Organisation organisation, ACase customerCase) {
        CaseFacts facts = customerCase.facts();
        return organisation
                .rule(ClockName.RESOLUTION, facts)
                .orElseThrow()
                .within(facts.priority());
    }

    /** When the RESOLUTION of an ordinary case is due: after eight hours. */
    private static Instant dueAt(
            Organisation organisation, ACase customerCase, LocalDateTime start) {
        CaseFacts facts = customerCase.facts();
        return organisation
                .deadline(
                        organisation.rule(ClockName.RESOLUTION, facts).orElseThrow(),
                        facts,
                        at(start))
                .dueAt();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(DemoOrganisation.ZONE).toInstant();
    }
}
