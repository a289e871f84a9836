package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What every event of a case says beside its own news: which case and round, when, and who. */
public record About(
        CaseId caseId,
        CaseNumber caseNumber,
        int round,
        Instant occurredAt,
        Instant recordedAt,
        Actor actor) {
    public About {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(actor, "actor");
        if (round < 1) {
            throw new IllegalArgumentException("round must be at least 1");
        }
    }
}
