package org.redress.notification.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What notification reads of {@code redress.case.resolved.v1}. */
record CaseResolved(UUID caseId, String caseNumber, int round, String resolution) {
    CaseResolved {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(resolution, "resolution");
    }

    @Override
    public String toString() {
        return "CaseResolved[" + caseNumber + "]";
    }
}
