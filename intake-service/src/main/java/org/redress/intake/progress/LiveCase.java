package org.redress.intake.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.timetable.RunningClock;

/**
 * All that other services have told of one case.
 *
 * @param assessedUnit the unit that triage named, which stays when the assessment's words are gone
 */
public record LiveCase(
        Handling handling,
        @Nullable String assessedUnit,
        Optional<Assessment> assessment,
        List<RunningClock> clocks,
        List<Delivery> deliveries) {

    public LiveCase {
        clocks = List.copyOf(clocks);
        deliveries = List.copyOf(deliveries);
    }

    /** The accountable unit: the handling's, or until it begins the one that triage named. */
    public @Nullable String ownerUnit() {
        return handling.ownerUnit() != null ? handling.ownerUnit() : assessedUnit;
    }

    /** When the customer's acknowledgment left, if it has. */
    public Optional<Instant> acknowledgedAt() {
        return deliveries.stream()
                .filter(Delivery::acknowledges)
                .map(Delivery::at)
                .min(Instant::compareTo);
    }
}
