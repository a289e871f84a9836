package org.redress.escalation.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as it stands now, for those who time it or reach people about it. */
public record CaseFacts(
        CaseRef ref,
        int round,
        Tier tier,
        UnitPath unit,
        Assessment assessment,
        Promises promises) {

    /** What binds the clock of this round: the customer was promised the first round only. */
    public @Nullable Instant promised(ClockName clock) {
        return round == 1 ? promises.of(clock) : null;
    }
}
