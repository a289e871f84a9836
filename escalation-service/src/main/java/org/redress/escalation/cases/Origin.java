package org.redress.escalation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How a case came and where it happened, as it was registered.
 *
 * @param channel unknown of a case that came before it was kept
 * @param unit the unit concerned, as it was named, if it happened in one (ES-05)
 * @param customer the id of whose case it is, which says nothing of who they are
 */
@Embeddable
public record Origin(
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "channel") Channel channel,
        @Nullable @Column(name = "incident_unit") UnitPath unit,
        @Nullable @Column(name = "customer") String customer) {

    /** Nobody said. */
    public static final Origin UNKNOWN = new Origin(null, null, null);
}
