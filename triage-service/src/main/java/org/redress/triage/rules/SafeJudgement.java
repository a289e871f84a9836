package org.redress.triage.rules;

import java.util.List;
import java.util.Set;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.Flags;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;

/**
 * The way back when words or tables cannot be judged: high at least, so that a person is reached,
 * never lower than what the agent flagged and the words state (TR-08), with customer service or the
 * safety unit, and for review.
 */
final class SafeJudgement {

    private static final Unit SAFETY = new Unit("hq/safety");
    private static final Unit CUSTOMER_SERVICE = new Unit("hq/customer-service");
    private static final Reason REASON =
            new Reason(
                    "safe-default",
                    new Reason.Text(
                            "未能自动研判，按坐席标记从严处理，须人工复核",
                            "It could not be judged by rules: taken by its flags, on the safe side,"
                                    + " for review"));

    private SafeJudgement() {}

    /**
     * @param statesHarm whether the words say that somebody came to harm, as far as they were read
     */
    static Finding of(
            CaseFacts facts, boolean statesHarm, TriageSettings settings, String tableVersion) {
        var flags = facts.flags();
        boolean harm = flags.injuryOrDanger() || statesHarm;
        boolean critical =
                harm || flags.conductLevel() == ConductLevel.SEVERE || isMajorLoss(flags, settings);
        var judgement =
                new Judgement(
                        harm ? CaseClass.EMERGENCY : CaseClass.COMPLAINT,
                        Category.OTHER,
                        critical ? Severity.CRITICAL : Severity.HIGH,
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

    private static boolean isMajorLoss(Flags flags, TriageSettings settings) {
        var loss = flags.propertyLoss();
        return loss != null && settings.isMajor(loss);
    }
}
