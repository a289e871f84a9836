package org.redress.triage.cases;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Only what changed of a case, each field as a whole (IN-08): read as intake tells it, and kept so
 * while it waits for its case.
 */
public record Correction(
        UUID caseId,
        int round,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Flags flags,
        @Nullable Product product,
        @Nullable Incident incident) {

    public Correction {
        requireNonNull(caseId, "caseId");
        Rounds.check(round);
        subject = WellFormed.orNull(subject);
        description = WellFormed.orNull(description);
    }

    @Override
    public String toString() {
        return "Correction[" + caseId + "]";
    }
}
