package org.redress.intake.progress;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.Status;

/**
 * What intake reads of {@code redress.case.assigned}, {@code progressed}, {@code resolved}, {@code
 * reopened} and {@code closed}.
 */
record HandlingChanged(
        CaseId caseId,
        int round,
        Instant recordedAt,
        Status status,
        @Nullable ClosedAs closedAs,
        @Nullable String tier,
        @Nullable String ownerUnit,
        @Nullable String handler,
        @Nullable String resolution) {

    HandlingChanged {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(status, "status");
        if (round < 1) {
            throw new IllegalArgumentException("round");
        }
    }

    @Override
    public String toString() {
        return "HandlingChanged[caseId=" + caseId + ", status=" + status + "]";
    }
}
