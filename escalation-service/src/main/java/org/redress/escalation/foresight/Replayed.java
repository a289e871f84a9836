package org.redress.escalation.foresight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Trigger;

/**
 * One escalation as it went, and as it would have gone by another organisation until it was
 * answered when it was.
 *
 * @param answeredAt when somebody acknowledged it, or its case needed nobody any more
 * @param different whether other persons would have been paged, or in another order
 */
record Replayed(
        String caseNumber,
        UUID escalationId,
        String unit,
        Severity severity,
        Trigger trigger,
        Instant raisedAt,
        @Nullable Instant answeredAt,
        Way before,
        Way after,
        boolean different,
        Names says) {

    /**
     * By which policy whom.
     *
     * @param policy none where nobody is reached
     */
    @Schema(name = "ReplayedWay")
    record Way(@Nullable String policy, List<Reached> pages) {
        Way {
            pages = List.copyOf(pages);
        }

        List<PersonId> persons() {
            return pages.stream().map(Reached::person).toList();
        }
    }

    /** Somebody who is paged then. */
    @Schema(name = "ReplayedPage")
    record Reached(Instant at, PersonId person, String role) {}
}
