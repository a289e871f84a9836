package org.redress.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.rules.Finding;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.ReviewCause;

class ReassessingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:02:11.531Z");
    private static final Actor OFFICER = Actor.officer("zhao.lei");
    private static final UnaryOperator<Judgement> AS_IT_IS = UnaryOperator.identity();

    @Test
    void a_correction_raises_the_levels() {
        var first = Assessment.first(finding(Severity.LOW), AS_IT_IS, NOW);

        var next = first.reassessed(finding(Severity.CRITICAL), AS_IT_IS, NOW);

        assertThat(next).map(Assessment::revision).contains(2);
        assertThat(next).map(a -> a.judgement().severity()).contains(Severity.CRITICAL);
    }

    @Test
    void no_rule_lowers_a_level() {
        var first = Assessment.first(finding(Severity.CRITICAL), AS_IT_IS, NOW);

        assertThat(first.reassessed(finding(Severity.LOW), AS_IT_IS, NOW)).isEmpty();
    }

    @Test
    void nothing_new_is_no_revision() {
        var first = Assessment.first(finding(Severity.HIGH), AS_IT_IS, NOW);

        assertThat(first.reassessed(finding(Severity.HIGH), AS_IT_IS, NOW)).isEmpty();
    }

    @Test
    void a_person_may_lower_a_level_and_ends_the_review() {
        var doubtful =
                new Finding(
                        judgement(Severity.CRITICAL),
                        List.of(),
                        List.of(),
                        "2026.1+00000000",
                        Set.of(ReviewCause.CONFLICT));

        var revised =
                Assessment.first(doubtful, AS_IT_IS, NOW)
                        .revised(judgement(Severity.LOW), OFFICER, "a false alarm", NOW);

        assertThat(revised.judgement().severity()).isEqualTo(Severity.LOW);
        assertThat(revised.review()).isEmpty();
        assertThat(revised.actor()).isEqualTo(OFFICER);
    }

    @Test
    void what_a_person_overruled_does_not_come_back_with_a_correction() {
        var lowered =
                Assessment.first(finding(Severity.HIGH), AS_IT_IS, NOW)
                        .revised(judgement(Severity.LOW), OFFICER, "a false alarm", NOW);

        assertThat(lowered.reassessed(finding(Severity.HIGH), AS_IT_IS, NOW)).isEmpty();
    }

    @Test
    void what_is_graver_than_the_person_knew_raises_the_level_again() {
        var lowered =
                Assessment.first(finding(Severity.HIGH), AS_IT_IS, NOW)
                        .revised(judgement(Severity.LOW), OFFICER, "a false alarm", NOW);

        assertThat(lowered.reassessed(finding(Severity.CRITICAL), AS_IT_IS, NOW))
                .map(a -> a.judgement().severity())
                .contains(Severity.CRITICAL);
    }

    @Test
    void what_the_rules_give_to_a_unit_that_is_gone_goes_to_the_reception_and_stays_there() {
        var first = Assessment.first(finding(Severity.LOW), ReassessingTest::toTheReception, NOW);

        assertThat(first.judgement().ownerUnit().path()).isEqualTo("hq/reception");
        assertThat(first.reassessed(finding(Severity.LOW), ReassessingTest::toTheReception, NOW))
                .isEmpty();
    }

    @Test
    void a_correction_finds_a_case_whose_unit_has_gone_since_a_new_one() {
        var first = Assessment.first(finding(Severity.HIGH), AS_IT_IS, NOW);

        assertThat(first.reassessed(finding(Severity.LOW), ReassessingTest::toTheReception, NOW))
                .map(next -> next.judgement().ownerUnit().path())
                .contains("hq/reception");
    }

    private static Judgement toTheReception(Judgement judged) {
        return judged.ownedBy(new Unit("hq/reception"));
    }

    private static Finding finding(Severity severity) {
        return new Finding(judgement(severity), List.of(), List.of(), "2026.1+00000000", Set.of());
    }

    private static Judgement judgement(Severity severity) {
        return new Judgement(
                CaseClass.COMPLAINT,
                Category.DELIVERY,
                severity,
                ConductLevel.NONE,
                ResponseLevel.NONE,
                Priority.P3,
                Tier.T1,
                new Unit("hq/logistics"));
    }
}
