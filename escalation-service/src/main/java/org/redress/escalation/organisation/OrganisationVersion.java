package org.redress.escalation.organisation;

import java.time.Instant;
import java.util.List;

/**
 * The organisation as it was from one instant on, and how it became so.
 *
 * @param changedBy who made it of the one before: a person's id
 * @param changes what differs from the one before, in sentences
 */
public record OrganisationVersion(
        long version,
        Document document,
        Instant inForceAt,
        String changedBy,
        String reason,
        List<Names> changes) {

    public OrganisationVersion {
        changes = List.copyOf(changes);
    }
}
