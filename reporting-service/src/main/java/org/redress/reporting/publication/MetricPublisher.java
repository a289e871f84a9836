package org.redress.reporting.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.reporting.metrics.DailyMetric;
import org.redress.reporting.metrics.MetricsChanged;

/** Publishes the metrics that changed, which count no exercise. */
@ApplicationScoped
class MetricPublisher {
    private static final String TOPIC = "redress.bi.daily-metrics";

    private final Outbox outbox;

    MetricPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void on(@Observes MetricsChanged changed) {
        changed.metrics().forEach(this::publish);
    }

    private void publish(DailyMetric metric) {
        var told = new Published.Metric(metric);
        var event =
                OutgoingEvent.of(told.type(), told)
                        .to(TOPIC, metric.key())
                        .at(metric.updatedAt())
                        .with("mode", "REAL");
        outbox.add(metric.hasOwner() ? event.with("orgunit", metric.ownerUnit()) : event);
    }
}
