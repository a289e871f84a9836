package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/**
 * A person is away, whatever duties they have.
 *
 * @param deputy who stands in for each of these duties; nobody if null
 * @param reason in words of staff
 */
public record Absence(
        @JsonProperty(required = true) PersonId person,
        @JsonProperty(required = true) Moment from,
        @JsonProperty(required = true) Moment until,
        @Nullable PersonId deputy,
        @Nullable String reason) {

    public Absence {
        Needed.field("person", person);
        Needed.field("from", from);
        Needed.field("until", until);
    }

    Validity validity() {
        return new Validity(from, until);
    }
}
