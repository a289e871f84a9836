package org.redress.escalation.organisation;

import java.time.Instant;
import java.util.List;
import org.redress.escalation.cases.UnitPath;

/** Who is reached by the steps of policies. */
@FunctionalInterface
public interface Duties {

    /**
     * Who is reached by the step for a case of the unit at that instant: for each of its targets
     * who is there for the A holder, then who is there for the B holder. Nobody outside of its
     * hours.
     */
    List<Reached> reach(EscalationPolicy.Step step, UnitPath unit, Instant at);
}
