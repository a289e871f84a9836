package org.redress.escalation.paging;

import java.util.UUID;
import java.util.function.Supplier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duties;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.EscalationPolicy;

/** Who stands on which rung now, and where new pages get their ids. */
record Ladder(Duties duties, Supplier<UUID> pageIds) {

    Duty dutyAt(Rung rung, EscalationPolicy policy, UnitPath unit) {
        return duties.of(rung.in(policy).role(), unit);
    }
}
