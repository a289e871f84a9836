package org.redress.escalation.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

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

    /** Wanted now, and neither read nor answered. */
    static Directive issue(Kind kind, UnitPath unit, PersonId by, Instant now, Instant dueAt) {
        return new Directive(
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                unit.value(),
                by,
                now,
                dueAt,
                null,
                null,
                null,
                null);
    }

    /** How much weight it has: 催办, 督办, 提级督办. */
    public enum Kind {
        URGE,
        SUPERVISE,
        SUPERVISE_FROM_ABOVE
    }
}
