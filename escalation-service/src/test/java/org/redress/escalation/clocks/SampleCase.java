package org.redress.escalation.clocks;

import java.util.UUID;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/** A case to set clocks for. */
final class SampleCase {

    private static final UnitPath QUALITY = new UnitPath("hq/quality");
    private static final CaseRef REF =
            new CaseRef(new CaseId(new UUID(0, 2)), new CaseNumber("C-20261121-000420"), Mode.REAL);

    private SampleCase() {}

    static CaseFacts promised(Promises promises) {
        return judged(CaseClass.COMPLAINT, Severity.MEDIUM, Tier.T1, 1, promises);
    }

    static CaseFacts judged(
            CaseClass caseClass, Severity severity, Tier tier, int round, Promises promises) {
        return new CaseFacts(
                REF,
                round,
                tier,
                QUALITY,
                new Assessment(
                        1,
                        caseClass,
                        "DELIVERY",
                        severity,
                        ResponseLevel.NONE,
                        Priority.P3,
                        tier,
                        QUALITY),
                promises,
                Origin.UNKNOWN);
    }
}
