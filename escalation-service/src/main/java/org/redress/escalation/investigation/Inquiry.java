package org.redress.escalation.investigation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * What somebody was asked.
 *
 * @param unit who was asked; the customer if it is missing
 * @param question in words; none once they were erased
 * @param pausedClock the clock that waits for the answer, if it was this that paused it
 */
@Schema(name = "InformationRequest")
record Inquiry(
        UUID requestId,
        @Nullable UnitPath unit,
        @Nullable String question,
        PersonId askedBy,
        Instant askedAt,
        Instant dueAt,
        @Nullable UUID pausedClock,
        @Nullable String answer,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt) {

    boolean isOpen() {
        return answeredAt == null;
    }

    @Override
    public String toString() {
        return "Inquiry[" + requestId + "]";
    }
}
