package org.redress.escalation.organisation;

import org.redress.escalation.cases.UnitPath;

/** Who has which duty now. */
@FunctionalInterface
public interface Duties {

    /** The role's duty in the unit, or in the nearest unit above it that has one. */
    Duty of(String role, UnitPath unit);
}
