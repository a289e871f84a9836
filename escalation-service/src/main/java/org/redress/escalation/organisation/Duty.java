package org.redress.escalation.organisation;

import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** A role in a unit, who holds it and who stands in (ES-17). */
public record Duty(String role, UnitPath unit, PersonId a, @Nullable PersonId b) {

    /** The holder, or nobody where the duty has no deputy. */
    public @Nullable PersonId held(Holder holder) {
        return switch (holder) {
            case A -> a;
            case B -> b;
        };
    }
}
