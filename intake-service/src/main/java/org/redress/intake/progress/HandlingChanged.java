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
 *
 * @param version grows with each event that the handling tells of the case
 */
public record HandlingChanged(
        CaseId caseId,
        int round,
        @Nullable Long version,
        Instant recordedAt,
        Status status,
        @Nullable ClosedAs closedAs,
        @Nullable String tier,
        @Nullable String ownerUnit,
        @Nullable String handler,
        @Nullable String resolution)
        implements Progress.Told {

    public HandlingChanged {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(status, "status");
        if (round < 1) {
            throw new IllegalArgumentException("round");
        }
    }

    Recency recency() {
        return Recency.of(version, recordedAt);
    }

    /** Whether it says who has the case: a case that is only assigned may have nobody. */
    boolean tellsHandler() {
        return handler != null || status == Status.NEW || status == Status.ASSIGNED;
    }

    /** Whether it says what the customer was told: while it is being worked on, nothing yet. */
    boolean tellsResolution() {
        return resolution != null || status.compareTo(Status.RESOLVED) < 0;
    }

    @Override
    public String toString() {
        return "HandlingChanged[caseId=" + caseId + ", status=" + status + "]";
    }
}
