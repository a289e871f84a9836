package org.redress.intake.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Status and round of a case as the handling last told.
 *
 * @param closure how and when it ended; null while it is open
 */
public record Standing(Status status, int round, @Nullable Closure closure) {

    /** Registered, and nothing heard of it yet. */
    public static final Standing NEW = new Standing(Status.NEW, 1);

    /** How and when a case ended. */
    public record Closure(ClosedAs as, Instant at) {

        public Closure {
            Objects.requireNonNull(as, "as");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Where a case stands that is not closed, or of which nobody knows how it ended. */
    public Standing(Status status, int round) {
        this(status, round, null);
    }

    /** Whether a customer who comes back now opens it again instead of bringing a new case. */
    boolean canBeReopened(Instant now, Duration within) {
        return closure != null
                && closure.as().canBeReopened()
                && !now.isAfter(closure.at().plus(within));
    }
}
