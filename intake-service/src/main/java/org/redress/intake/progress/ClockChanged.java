package org.redress.intake.progress;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;

/**
 * What intake reads of {@code redress.clock.started}, {@code warned}, {@code breached}, {@code
 * met}, and of whatever else changes a clock.
 *
 * @param promisedAt what the customer was told, as it stands now
 * @param version grows with each event that the handling tells of the case
 */
public record ClockChanged(
        UUID clockId,
        CaseId caseId,
        int round,
        String clock,
        @Nullable Long version,
        Instant recordedAt,
        Instant dueAt,
        @Nullable Instant promisedAt,
        @Nullable Instant metAt)
        implements Progress.Told {

    public ClockChanged {
        Objects.requireNonNull(clockId, "clockId");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(dueAt, "dueAt");
        if (round < 1) {
            throw new IllegalArgumentException("round");
        }
    }

    Recency recency() {
        return Recency.of(version, recordedAt);
    }
}
