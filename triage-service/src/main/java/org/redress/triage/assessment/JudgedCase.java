package org.redress.triage.assessment;

import org.redress.platform.web.Caller;

/**
 * A case with one judgement of it. Fired as an event inside the transaction that keeps a new
 * judgement.
 */
public record JudgedCase(CaseFile file, Assessment assessment) {

    /** Whether the case arose in, or belongs to, a unit of the caller (XX-06). */
    boolean isSeenBy(Caller caller) {
        return caller.sees(assessment.judgement().ownerUnit().path())
                || caller.sees(file.unit().path());
    }
}
