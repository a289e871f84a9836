package org.redress.escalation.organisation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise that begins at a given instant: when it is near, and when it is broken.
 *
 * @param organisation the version of the organisation that the budget and the calendar are of; 0
 *     where an earlier version of the service set it
 * @param budget how much time of the calendar there is; unknown where an earlier version set it
 * @param warnAfter the share of the time after which it is near
 */
public record Deadline(
        String calendar,
        long organisation,
        @Nullable Duration budget,
        double warnAfter,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt) {

    /**
     * The same for a clock that is near after another share of its time; when, is not known yet.
     */
    public Deadline warningAfter(double share) {
        return new Deadline(calendar, organisation, budget, share, startedAt, warnAt, dueAt);
    }

    /** The same by another version that says so too. */
    public Deadline of(long version) {
        return new Deadline(calendar, version, budget, warnAfter, startedAt, warnAt, dueAt);
    }

    /**
     * The same, or what the customer was told where that is sooner; it is near after the same share
     * of the time until then. What was promised for before the start is broken at once.
     */
    public Deadline noLaterThan(@Nullable Instant promised) {
        if (promised == null || !promised.isBefore(dueAt)) {
            return this;
        }
        Duration left = Duration.between(startedAt, promised);
        Instant near =
                left.isNegative()
                        ? promised
                        : startedAt.plusMillis((long) (left.toMillis() * warnAfter));
        return new Deadline(
                calendar,
                organisation,
                budget,
                warnAfter,
                startedAt,
                near.isBefore(warnAt) ? near : warnAt,
                promised);
    }
}
