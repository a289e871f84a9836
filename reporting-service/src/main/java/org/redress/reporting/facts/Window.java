package org.redress.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a changed fact waits for more changes. What changes in the same quarter of it is
 * published together.
 */
@ApplicationScoped
class Window {
    private final long nanos;

    Window(@ConfigProperty(name = "redress.reporting.publish-after") Duration length) {
        this.nanos = length.toNanos();
    }

    /** When a fact is to be published that changed at this moment and was up to date before. */
    Instant endsAfter(Instant change) {
        long quarter = Math.max(1, nanos / 4);
        var end = change.plusNanos(nanos);
        long over = Math.floorMod(end.getEpochSecond() * 1_000_000_000 + end.getNano(), quarter);
        return over == 0 ? end : end.plusNanos(quarter - over);
    }
}
