package org.redress.reporting.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.FactsSettled;

/**
 * Publishes the metrics that a window's facts changed, each once. One at a time, in whatever
 * replica: the facts are settled so, and each sum is over all that was settled before.
 */
@ApplicationScoped
class MetricsRefresh {
    private static final String TOPIC = "redress.bi.daily-metrics";

    private final Shares shares;
    private final DailyMetrics metrics;
    private final Outbox outbox;
    private final Clock clock;

    MetricsRefresh(Shares shares, DailyMetrics metrics, Outbox outbox, Clock clock) {
        this.shares = shares;
        this.metrics = metrics;
        this.outbox = outbox;
        this.clock = clock;
    }

    void follow(@Observes FactsSettled settled) {
        var real = settled.facts().stream().filter(CaseFact::hasReallyHappened).toList();
        if (!real.isEmpty()) {
            var stale = shares.follow(real);
            if (!stale.isEmpty()) {
                metrics.refresh(stale, clock.instant()).forEach(this::publish);
            }
        }
    }

    private void publish(DailyMetric metric) {
        var event =
                OutgoingEvent.of(DailyMetric.TYPE, metric)
                        .to(TOPIC, metric.cell().key())
                        .at(metric.updatedAt())
                        .with("mode", "REAL");
        outbox.add(metric.hasOwner() ? event.with("orgunit", metric.ownerUnit()) : event);
    }
}
