package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a case says beside its own news: which case and round, when, and who.
 *
 * @param version grows with every event that its writer tells of this case on this topic; absent in
 *     events of before there was one
 */
public record About(
        CaseId caseId,
        CaseNumber caseNumber,
        int round,
        @Nullable Long version,
        Instant occurredAt,
        Instant recordedAt,
        Actor actor) {
    public About {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        Sensible.moment(occurredAt, "occurredAt");
        Sensible.moment(recordedAt, "recordedAt");
        requireNonNull(actor, "actor");
        Sensible.turn(round, "round");
    }
}
