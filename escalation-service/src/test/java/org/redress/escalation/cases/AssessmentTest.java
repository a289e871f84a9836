package org.redress.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Actor RULE = Actor.rule("triage");
    private static final Actor OFFICER = Actor.person(new PersonId("zhao.min"), "triage-officer");

    private final Assessment grave =
            new Assessment(
                    1,
                    CaseClass.EMERGENCY,
                    "PRODUCT_SAFETY",
                    Severity.CRITICAL,
                    ResponseLevel.I,
                    Priority.P1,
                    Tier.T3,
                    new UnitPath("hq/safety"));
    private final Assessment light =
            new Assessment(
                    2,
                    CaseClass.COMPLAINT,
                    "DELIVERY",
                    Severity.LOW,
                    ResponseLevel.NONE,
                    Priority.P4,
                    Tier.T1,
                    new UnitPath("hq/logistics"));

    @Test
    void a_rule_never_lowers_what_holds() {
        assertThat(grave.revisedBy(light, RULE))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(grave);
    }

    @Test
    void a_rule_raises_every_level_and_sends_the_case_on() {
        assertThat(light.revisedBy(grave, RULE)).isEqualTo(grave);
    }

    @Test
    void a_rule_that_thinks_as_much_of_a_case_may_send_it_elsewhere() {
        Assessment elsewhere =
                new Assessment(
                        2,
                        CaseClass.EMERGENCY,
                        "FOOD_SAFETY",
                        Severity.CRITICAL,
                        ResponseLevel.III,
                        Priority.P2,
                        Tier.T2,
                        new UnitPath("hq/food-safety"));

        Assessment now = grave.revisedBy(elsewhere, RULE);

        assertThat(now.ownerUnit()).isEqualTo(new UnitPath("hq/food-safety"));
        assertThat(now.category()).isEqualTo("FOOD_SAFETY");
        assertThat(now.responseLevel()).isEqualTo(ResponseLevel.I);
        assertThat(now.priority()).isEqualTo(Priority.P1);
        assertThat(now.tier()).isEqualTo(Tier.T3);
    }

    @Test
    void a_persons_word_holds_as_it_is() {
        assertThat(grave.revisedBy(light, OFFICER)).isEqualTo(light);
    }
}
