package org.redress.escalation.clocks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.ClockName;

/**
 * A promise as people see it.
 *
 * @param stoppedAt when it was met, or nobody waited for it any more
 */
public record ClockView(
        UUID clockId,
        int round,
        ClockName clock,
        String calendar,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        CaseClock.State state,
        @Nullable Instant stoppedAt) {

    static ClockView of(CaseClock clock) {
        return new ClockView(
                clock.id(),
                clock.round(),
                clock.name(),
                clock.deadline().calendar(),
                clock.deadline().startedAt(),
                clock.deadline().warnAt(),
                clock.deadline().dueAt(),
                clock.state(),
                clock.stoppedAt());
    }
}
