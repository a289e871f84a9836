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
        Promises promises,
        Origin origin,
        @Nullable Instant receivedAt) {

    /** A case of which nobody knows when it was received: no law times it. */
    public CaseFacts(
            CaseRef ref,
            int round,
            Tier tier,
            UnitPath unit,
            Assessment assessment,
            Promises promises,
            Origin origin) {
        this(ref, round, tier, unit, assessment, promises, origin, null);
    }

    /** What binds the clock of this round: the customer was promised the first round only. */
    public @Nullable Instant promised(ClockName clock) {
        return round == 1 ? promises.of(clock) : null;
    }

    /** As it concerns another unit, which has a part in it. */
    public CaseFacts in(UnitPath other) {
        return new CaseFacts(ref, round, tier, other, assessment, promises, origin, receivedAt);
    }

    public CaseClass caseClass() {
        return assessment.caseClass();
    }

    public String category() {
        return assessment.category();
    }

    public Severity severity() {
        return assessment.severity();
    }

    public ResponseLevel responseLevel() {
        return assessment.responseLevel();
    }

    public Priority priority() {
        return assessment.priority();
    }

    /** The way by which it came, if it is known. */
    public @Nullable Channel channel() {
        return origin.channel();
    }

    /** The unit in which it happened, if it did in one; whether it is one of ours, nobody knows. */
    public @Nullable UnitPath incidentUnit() {
        return origin.unit();
    }
}
