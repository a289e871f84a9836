package org.redress.escalation.changes;

import java.time.Instant;
import java.util.List;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.OrganisationVersion;

/** Who made which version of the organisation, when and why, and what it changed. */
public record VersionView(
        long version, Instant inForceAt, String changedBy, String reason, List<Names> changes) {

    public VersionView {
        changes = List.copyOf(changes);
    }

    static VersionView of(OrganisationVersion version) {
        return new VersionView(
                version.version(),
                version.inForceAt(),
                version.changedBy(),
                version.reason(),
                version.changes());
    }
}
