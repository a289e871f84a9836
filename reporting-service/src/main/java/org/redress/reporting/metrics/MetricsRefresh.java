package org.redress.reporting.metrics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.due.Loops;
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
    private final Loops loops;
    private final Duration every;

    MetricsRefresh(
            DailyMetrics metrics,
            Outbox outbox,
            Jdbi jdbi,
            Clock clock,
            Loops loops,
            @ConfigProperty(name = "redress.reporting.metrics-every") Duration every) {
        this.metrics = metrics;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clock = clock;
        this.loops = loops;
        this.every = every;
    }

    void start(@Observes StartupEvent begun) {
        loops.start("daily-metrics", this::pass);
    }

    private Duration pass() {
        QuarkusTransaction.requiringNew().run(this::refresh);
        return every;
    }

    private void refresh() {
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
