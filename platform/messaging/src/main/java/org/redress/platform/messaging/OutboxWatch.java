package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Shows how many events wait, how old the oldest is and what was parked; forgets old inbox ids. */
@ApplicationScoped
class OutboxWatch {

    private final Jdbi jdbi;
    private final MeterRegistry metrics;

    OutboxWatch(Jdbi jdbi, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        gauge("outbox.rows.waiting", "select count(*) from messaging.outbox");
        gauge(
                "outbox.oldest.age.seconds",
                "select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from messaging.outbox");
        gauge("outbox.rows.parked", "select count(*) from messaging.outbox_parked");
    }

    private void gauge(String name, String sql) {
        metrics.gauge(name, this, watch -> watch.number(sql));
    }

    private double number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Double.class).one());
    }

    /** Eight days: a day more than any topic keeps an event that could come again. */
    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldIds() {
        jdbi.useHandle(handle ->
                handle.execute(
                        "delete from messaging.inbox where received_at < now() - interval '8 days'"));
    }
}
