package org.redress.intake.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.timetable.RunningClock;

/** All that other services have told of one case. */
public record LiveCase(
        Handling handling,
        Optional<Assessment> assessment,
        List<RunningClock> clocks,
        List<Delivery> deliveries) {

    public LiveCase {
        clocks = List.copyOf(clocks);
        deliveries = List.copyOf(deliveries);
    }

    /** The accountable unit: the handling's, or until it begins the one that triage named. */
    public @Nullable String ownerUnit() {
        return handling.ownerUnit() != null
                ? handling.ownerUnit()
                : assessment.map(Assessment::ownerUnit).orElse(null);
    }

    /** When the customer's acknowledgment left, if it has. */
    public Optional<Instant> acknowledgedAt() {
        return deliveries.stream()
                .filter(Delivery::acknowledges)
                .map(Delivery::at)
                .min(Instant::compareTo);
    }
}
