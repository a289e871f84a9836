package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Has effects once: an event whose id is known has had its effect. Needs a transaction. */
@ApplicationScoped
class Effects {

    private final Jdbi jdbi;
    private final MeterRegistry metrics;
    private final EventTraces traces;

    Effects(Jdbi jdbi, MeterRegistry metrics, EventTraces traces) {
        this.jdbi = jdbi;
        this.metrics = metrics;
        this.traces = traces;
    }

    void applyOnce(Delivery.Prepared delivery) {
        var event = delivery.event();
        if (isNew(event)) {
            traces.within(event, () -> event.runAsCurrent(delivery.effect()));
        }
        metrics.counter("inbox.events", "type", event.type()).increment();
    }

    private boolean isNew(IncomingEvent event) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                insert into messaging.inbox (event_id, source)
                                values (:id, :source) on conflict do nothing
                                """)
                        .bind("id", event.id())
                        .bind("source", event.source())
                        .execute())
                == 1;
    }
}
