package org.redress.intake.progress;

import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.Standing;
import org.redress.intake.cases.Status;

/**
 * Where the handling of a case stands.
 *
 * @param resolution what the customer was told in this round
 */
public record Handling(
        Standing standing,
        @Nullable String tier,
        @Nullable String ownerUnit,
        @Nullable String handler,
        @Nullable String resolution) {

    /** Nothing heard yet. */
    public static final Handling NONE = new Handling(Standing.NEW, null, null, null, null);

    /** The status of the standing. */
    public Status status() {
        return standing.status();
    }

    /** How it ended; null while it is open. */
    public @Nullable ClosedAs closedAs() {
        return standing.closure() == null ? null : standing.closure().as();
    }

    @Override
    public String toString() {
        return "Handling[" + standing + "]";
    }
}
