package org.redress.escalation.paging;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * One person reached, or tried to be reached, about one escalation.
 *
 * @param unit the unit whose duty it is, which may stand above the one that owns the case
 */
@Embeddable
public record Page(
        @Column(name = "page_id") UUID id,
        Rung rung,
        @Column(name = "role") String role,
        @Column(name = "unit") UnitPath unit,
        @Column(name = "person") PersonId person,
        @Column(name = "paged_at") Instant pagedAt,
        @Column(name = "acknowledge_by") Instant acknowledgeBy,
        @Column(name = "failed") boolean failed) {

    boolean isTo(PersonId other, int repeat) {
        return rung.repeat() == repeat && person.equals(other);
    }

    /** The same page, known never to arrive. */
    public Page undelivered() {
        return new Page(id, rung, role, unit, person, pagedAt, acknowledgeBy, true);
    }
}
