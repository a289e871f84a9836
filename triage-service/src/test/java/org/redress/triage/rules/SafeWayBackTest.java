package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.triage.ACase.saying;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.triage.ACase;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.signals.TextSignals;

class SafeWayBackTest {

    @Test
    void a_case_without_a_word_is_judged_by_its_flags_and_reviewed() {
        var finding = Rules.find(saying(" ").withDanger());

        assertThat(finding.judgement().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.review()).contains(ReviewCause.NO_TEXT);
    }

    @Test
    void when_the_tables_fail_no_flag_is_lost() {
        assertThat(severityWithoutTables(saying("").withDanger())).isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").withLossOf("90000", "CNY")))
                .isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").behaving(ConductLevel.SEVERE)))
                .isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("有人受伤"))).isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").withMedia())).isEqualTo(Severity.HIGH);
        assertThat(severityWithoutTables(saying("").withRegulator())).isEqualTo(Severity.HIGH);
        assertThat(severityWithoutTables(saying("").withCrowdOf(10))).isEqualTo(Severity.HIGH);
        assertThat(severityWithoutTables(saying("请问几点开门"))).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void when_the_tables_fail_a_person_is_asked_and_told_why() {
        var finding = withoutTables(saying("有人受伤"));

        assertThat(finding.judgement().caseClass()).isEqualTo(CaseClass.EMERGENCY);
        assertThat(finding.review()).containsExactly(ReviewCause.RULES_FAILED);
        assertThat(finding.reasons()).extracting(Reason::rule).containsExactly("safe-default");
    }

    private static Severity severityWithoutTables(ACase given) {
        return withoutTables(given).judgement().severity();
    }

    private static Finding withoutTables(ACase given) {
        var broken = new Rulebook(new TextSignals(), new BrokenTables(), Rules.SETTINGS);
        return broken.find(given.facts());
    }

    /** Tables in which every evaluation fails. */
    private static final class BrokenTables extends DecisionTables {

        @Override
        Decisions decide(java.util.List<String> modelNames, Map<String, Object> input) {
            throw new IllegalStateException("broken for the test");
        }
    }
}
