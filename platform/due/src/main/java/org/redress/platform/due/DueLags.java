package org.redress.platform.due;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows how late the longest overdue row of each work is, in the metric {@code due.lag.seconds}. It
 * grows by itself when the loop does not get on.
 */
final class DueLags {

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();

    DueLags(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The row of this work that is due next wants something at this instant. */
    void seen(String work, Instant due) {
        if (next.put(work, due) == null) {
            Gauge.builder("due.lag.seconds", this, lags -> lags.of(work))
                    .description("How long the row that is longest overdue has been due")
                    .tag("work", work)
                    .register(metrics);
        }
    }

    /** Whoever wants to look as soon as it can says the epoch or before: that is not late. */
    private double of(String work) {
        var due = next.getOrDefault(work, Instant.EPOCH);
        return due.isAfter(Instant.EPOCH) && due.isBefore(clock.instant())
                ? Duration.between(due, clock.instant()).toMillis() / 1000.0
                : 0;
    }
}
