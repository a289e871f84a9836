package org.redress.escalation.organisation;

import java.time.Instant;
import java.util.List;
import org.redress.escalation.cases.UnitPath;

/** Who is reached for a duty. */
@FunctionalInterface
public interface Duties {

    /**
     * Who is reached for the role in the unit at that instant: who is there for the A holder, then
     * who is there for the B holder, each person once.
     */
    List<Reached> reach(String role, UnitPath unit, Instant at);
}
