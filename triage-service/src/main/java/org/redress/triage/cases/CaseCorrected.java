package org.redress.triage.cases;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code redress.case.corrected.v1}: only what changed, each field as a whole (IN-08). */
public record CaseCorrected(
        UUID caseId,
        int round,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Flags flags,
        @Nullable Product product) {

    /** The name of this event. */
    public static final String TYPE = "redress.case.corrected.v1";

    public CaseCorrected {
        requireNonNull(caseId, "caseId");
        Rounds.check(round);
        subject = WellFormed.orNull(subject);
        description = WellFormed.orNull(description);
    }

    @Override
    public String toString() {
        return "CaseCorrected[" + caseId + "]";
    }
}
