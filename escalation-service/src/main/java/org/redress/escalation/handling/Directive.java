package org.redress.escalation.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/**
 * Somebody above wants a case to be settled in time, and to hear of it (ES-44). What they wrote,
 * and what they were answered, stands in the journal.
 *
 * @param unit the unit that had the case then
 */
public record Directive(
        UUID directiveId,
        Kind kind,
        String unit,
        PersonId issuedBy,
        Instant issuedAt,
        Instant dueAt,
        @Nullable PersonId receivedBy,
        @Nullable Instant receivedAt,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt) {

    /** How much weight it has: 催办, 督办, 提级督办. */
    public enum Kind {
        URGE,
        SUPERVISE,
        SUPERVISE_FROM_ABOVE
    }
}
