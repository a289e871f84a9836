package org.redress.reporting.metrics;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Publishes the metrics that changed since it last looked; of several replicas one at a time. */
@ApplicationScoped
class MetricsRefresh {
    private static final String TOPIC = "redress.bi.daily-metrics";

    private final DailyMetrics metrics;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Clock clock;

    MetricsRefresh(DailyMetrics metrics, Outbox outbox, Jdbi jdbi, Clock clock) {
        this.metrics = metrics;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(
            every = "${redress.reporting.metrics-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void refresh() {
        if (isMyTurn()) {
            metrics.refresh(clock.instant()).forEach(this::publish);
        }
    }

    private boolean isMyTurn() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select pg_try_advisory_xact_lock(hashtext('daily_metric'))
                                """)
                        .mapTo(Boolean.class)
                        .one());
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
