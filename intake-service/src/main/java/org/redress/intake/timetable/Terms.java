package org.redress.intake.timetable;

import java.time.Duration;

/** How long a customer waits, from the registration, for each milestone. */
public record Terms(Duration acknowledgment, Duration firstResponse, Duration resolution) {

    public Terms {
        if (acknowledgment.isNegative()
                || firstResponse.compareTo(acknowledgment) < 0
                || resolution.compareTo(firstResponse) < 0) {
            throw new IllegalArgumentException(
                    "acknowledgment ≤ first response ≤ resolution, not %s, %s, %s"
                            .formatted(acknowledgment, firstResponse, resolution));
        }
    }

    /** The sooner of both, milestone by milestone. */
    Terms soonerOf(Terms other) {
        return new Terms(
                sooner(acknowledgment, other.acknowledgment),
                sooner(firstResponse, other.firstResponse),
                sooner(resolution, other.resolution));
    }

    private static Duration sooner(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
