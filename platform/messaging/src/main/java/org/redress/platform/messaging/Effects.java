package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Has effects once: an event whose id is known has had its effect. Needs a transaction. */
@ApplicationScoped
class Effects {

    private static final String CLAIM =
            """
            insert into messaging.inbox (event_id, source)
            select event_id, source from unnest(:ids, :sources) as delivered (event_id, source)
            order by event_id, source
            on conflict do nothing
            returning event_id, source
            """;

    private final Jdbi jdbi;
    private final MeterRegistry metrics;
    private final EventTraces traces;

    Effects(Jdbi jdbi, MeterRegistry metrics, EventTraces traces) {
        this.jdbi = jdbi;
        this.metrics = metrics;
        this.traces = traces;
    }

    /** In their order; all their ids are claimed in one trip. */
    void applyOnce(List<Delivery.Prepared> deliveries) {
        var unknown = claim(deliveries);
        for (var delivery : deliveries) {
            var event = delivery.event();
            if (unknown.remove(Id.of(event))) {
                var effect = delivery.effect();
                LogContext.within(
                        event, () -> traces.within(event, () -> event.runAsCurrent(effect)));
            }
            metrics.counter("inbox.events", "type", event.type()).increment();
        }
    }

    /** Ordered, so that two transactions that claim the same ids wait for each other in a row. */
    private Set<Id> claim(List<Delivery.Prepared> deliveries) {
        var ids = deliveries.stream().map(each -> each.event().id()).toArray(String[]::new);
        var sources = deliveries.stream().map(each -> each.event().source()).toArray(String[]::new);
        return jdbi.withHandle(handle ->
                handle.createQuery(CLAIM)
                        .bind("ids", ids)
                        .bind("sources", sources)
                        .map((row, _) -> new Id(row.getString(1), row.getString(2)))
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    /** What makes an event the one that it is. */
    private record Id(String id, String source) {
        static Id of(IncomingEvent event) {
            return new Id(event.id(), event.source());
        }
    }
}
