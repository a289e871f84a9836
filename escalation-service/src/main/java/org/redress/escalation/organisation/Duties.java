package org.redress.escalation.organisation;

import java.util.Optional;
import org.redress.escalation.cases.UnitPath;

/** Who has which duty now. */
@FunctionalInterface
public interface Duties {

    /**
     * The role's duty in the unit, or in the nearest unit above it that has one; empty where nobody
     * has it any more.
     */
    Optional<Duty> find(String role, UnitPath unit);
}
