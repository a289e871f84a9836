package org.redress.triage.rules;

import java.util.List;
import java.util.Set;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.Flags;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.signals.Reading;

/**
 * The way back when the tables fail: a judgement never lower than what the agent flagged and the
 * words state (TR-08), with customer service or the safety unit, and for a person to review.
 */
final class SafeJudgement {

    private static final int MANY = 10;
    private static final Unit SAFETY = new Unit("hq/safety");
    private static final Unit CUSTOMER_SERVICE = new Unit("hq/customer-service");
    private static final Reason REASON =
            new Reason(
                    "safe-default",
                    new Reason.Text(
                            "决策表不可用，按坐席标记从严判断，须人工复核",
                            "The tables failed: judged by the flags, on the safe side, for review"));

    private SafeJudgement() {}

    static Finding of(
            CaseFacts facts, Reading reading, TriageSettings settings, String tableVersion) {
        boolean harm = facts.flags().injuryOrDanger() || reading.statesHarm();
        var severity = severity(facts.flags(), harm, settings);
        boolean critical = severity == Severity.CRITICAL;
        var judgement =
                new Judgement(
                        harm ? CaseClass.EMERGENCY : CaseClass.COMPLAINT,
                        Category.OTHER,
                        severity,
                        facts.flags().conductLevel(),
                        critical ? ResponseLevel.III : ResponseLevel.NONE,
                        critical ? Priority.P1 : Priority.P2,
                        critical ? Tier.T3 : Tier.T2,
                        harm ? SAFETY : CUSTOMER_SERVICE);
        return new Finding(
                judgement,
                List.of(REASON),
                List.of(),
                tableVersion,
                Set.of(ReviewCause.RULES_FAILED));
    }

    private static Severity severity(Flags flags, boolean harm, TriageSettings settings) {
        var loss = flags.propertyLoss();
        boolean majorLoss = loss != null && settings.isMajor(loss);
        return switch (flags.conductLevel()) {
            case SEVERE -> Severity.CRITICAL;
            case NONE, MILD, DISRUPTIVE -> {
                if (harm || majorLoss) {
                    yield Severity.CRITICAL;
                }
                boolean exposed = flags.mediaInvolved() || flags.regulatorInvolved();
                yield exposed || flags.crowdSize() >= MANY ? Severity.HIGH : Severity.MEDIUM;
            }
        };
    }
}
