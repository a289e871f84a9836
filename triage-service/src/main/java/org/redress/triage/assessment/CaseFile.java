package org.redress.triage.assessment;

import java.util.UUID;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;

/**
 * A case as triage knows it, without a word of it.
 *
 * @param unit where the case arose
 */
public record CaseFile(UUID caseId, CaseNumber caseNumber, Mode mode, int round, Unit unit) {

    CaseFile inRound(int latest) {
        return new CaseFile(caseId, caseNumber, mode, Math.max(round, latest), unit);
    }
}
