package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * A role in a unit, who holds it and who stands in (ES-14, ES-17).
 *
 * @param a the holder, unless a roster says whose turn it is
 * @param from, until while it holds; always unless told
 */
public record Duty(
        @JsonProperty(required = true) String role,
        @JsonProperty(required = true) UnitPath unit,
        @Nullable PersonId a,
        @Nullable String roster,
        @Nullable PersonId b,
        @Nullable Moment from,
        @Nullable Moment until) {

    public Duty {
        Needed.field("role", role);
        Needed.field("unit", unit);
    }

    Validity validity() {
        return new Validity(from, until);
    }
}
