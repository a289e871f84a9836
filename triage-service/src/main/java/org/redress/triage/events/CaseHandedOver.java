package org.redress.triage.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.triage.assessment.Returned;

/** What triage reads of {@code redress.case.handed-over.v1}. */
record CaseHandedOver(
        UUID caseId, Instant occurredAt, String way, String fromUnit, @Nullable String note) {

    CaseHandedOver {
        requireNonNull(caseId, "caseId");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(way, "way");
        requireNonNull(fromUnit, "fromUnit");
    }

    boolean isReturn() {
        return way.equals("RETURN");
    }

    Returned returned() {
        return new Returned(fromUnit, note, occurredAt);
    }

    @Override
    public String toString() {
        return "CaseHandedOver[" + caseId + ", way=" + way + "]";
    }
}
