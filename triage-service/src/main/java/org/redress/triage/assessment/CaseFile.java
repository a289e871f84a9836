package org.redress.triage.assessment;

import java.util.UUID;
import org.redress.triage.cases.CaseCorrected;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Mode;

/** A case as triage keeps it, to judge it again when it changes. */
record CaseFile(UUID caseId, CaseNumber caseNumber, Mode mode, int round, CaseFacts facts) {

    CaseFile corrected(CaseCorrected correction) {
        return new CaseFile(
                caseId,
                caseNumber,
                mode,
                Math.max(round, correction.round()),
                facts.corrected(correction));
    }
}
