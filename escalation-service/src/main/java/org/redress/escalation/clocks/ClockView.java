package org.redress.escalation.clocks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.clocks.ledger.Cause.Pause;

/**
 * A promise as people see it.
 *
 * @param unit whose it is
 * @param reference what it is of, where a case has several of the name
 * @param promisedAt what the customer was told, if anything
 * @param binds whether it is due by the rule or by what the customer was told
 * @param waitsFor what it waits for while it is paused; then it is due by what the customer was
 *     told only, and dueAt is that, or else what it was before
 * @param stoppedAt when it was met, or nobody waited for it any more
 */
public record ClockView(
        UUID clockId,
        int round,
        ClockName clock,
        String unit,
        @Nullable String reference,
        String calendar,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant promisedAt,
        CaseClock.Binding binds,
        CaseClock.State state,
        @Nullable Pause waitsFor,
        @Nullable Instant stoppedAt) {

    public static ClockView of(CaseClock clock) {
        return new ClockView(
                clock.id(),
                clock.round(),
                clock.name(),
                clock.unit().value(),
                clock.reference(),
                clock.deadline().calendar(),
                clock.deadline().startedAt(),
                clock.deadline().warnAt(),
                clock.deadline().dueAt(),
                clock.promisedAt(),
                clock.binds(),
                clock.state(),
                clock.waitsFor(),
                clock.stoppedAt());
    }
}
