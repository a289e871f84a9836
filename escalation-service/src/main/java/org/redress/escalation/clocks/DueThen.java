package org.redress.escalation.clocks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.ClockName;

/**
 * A clock that would be due at another time if the organisation was another one.
 *
 * @param reference what it is of, where a case has several of the name
 * @param dueAt as it is; nothing if it would only begin then
 * @param dueThen as it would be; of what has had its time by then, at once; nothing if it would end
 * @param paused if it waits: then both are when it would be due if it went on now
 */
public record DueThen(
        CaseNumber caseNumber,
        ClockName clock,
        @Nullable String reference,
        @Nullable Instant dueAt,
        @Nullable Instant dueThen,
        boolean paused) {

    static DueThen of(CaseClock clock, @Nullable Instant dueAt, @Nullable Instant dueThen) {
        return new DueThen(
                clock.customerCase().number(),
                clock.name(),
                clock.reference(),
                dueAt,
                dueThen,
                clock.state() == CaseClock.State.PAUSED);
    }

    static DueThen begins(CaseClock clock) {
        return of(clock, null, clock.deadline().dueAt());
    }

    static DueThen ends(CaseClock clock) {
        return of(clock, clock.deadline().dueAt(), null);
    }

    boolean differs() {
        return dueAt == null || !dueAt.equals(dueThen);
    }

    /** The first instant at which it is due, by the one organisation or the other. */
    @JsonIgnore
    public Instant first() {
        return dueAt != null && (dueThen == null || dueAt.isBefore(dueThen))
                ? dueAt
                : Objects.requireNonNull(dueThen);
    }
}
