package org.redress.reporting.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.FactsSettled;

/**
 * Sums up the metrics that a window's facts changed, each once. One at a time, in whatever replica:
 * the facts are settled so, and each sum is over all that was settled before.
 */
@ApplicationScoped
class MetricsRefresh {
    private final Shares shares;
    private final DailyMetrics metrics;
    private final Event<MetricsChanged> changed;
    private final Clock clock;

    MetricsRefresh(
            Shares shares, DailyMetrics metrics, Event<MetricsChanged> changed, Clock clock) {
        this.shares = shares;
        this.metrics = metrics;
        this.changed = changed;
        this.clock = clock;
    }

    void follow(@Observes FactsSettled settled) {
        var real = settled.facts().stream().filter(CaseFact::hasReallyHappened).toList();
        if (!real.isEmpty()) {
            var stale = shares.follow(real);
            if (!stale.isEmpty()) {
                changed.fire(new MetricsChanged(metrics.refresh(stale, clock.instant())));
            }
        }
    }
}
