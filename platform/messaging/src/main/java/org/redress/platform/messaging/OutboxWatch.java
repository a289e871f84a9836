package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.due.Loops;

/**
 * Shows how many events wait, how old the oldest is and what was parked. It looks every few seconds
 * by itself: whoever reads the metrics must not wait for a database, nor a database count a million
 * rows for them.
 */
@ApplicationScoped
class OutboxWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);

    /** A count ends at a hundred thousand: more than that is "too many". */
    static final Map<String, String> LOOKS = new LinkedHashMap<>();

    static {
        LOOKS.put(
                "outbox.rows.waiting",
                "select count(*) from (select from messaging.outbox limit 100000) counted");
        LOOKS.put(
                "outbox.oldest.age.seconds",
                """
                select coalesce((select extract(epoch from clock_timestamp() - created_at)
                                 from messaging.outbox order by seq limit 1), 0)
                """);
        LOOKS.put(
                "outbox.rows.parked",
                "select count(*) from (select from messaging.outbox_parked limit 100000) counted");
        LOOKS.put(
                "outbox.parked.oldest.age.seconds",
                """
                select coalesce((select extract(epoch from clock_timestamp() - parked_at)
                                 from messaging.outbox_parked order by seq limit 1), 0)
                """);
    }

    private final Jdbi jdbi;
    private final Map<String, Double> seen = new ConcurrentHashMap<>();

    OutboxWatch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent event, Loops loops, MeterRegistry metrics) {
        LOOKS.keySet()
                .forEach(name ->
                        metrics.gauge(name, seen, all -> all.getOrDefault(name, Double.NaN)));
        loops.start("outbox-watch", this::look);
    }

    Duration look() {
        LOOKS.forEach((name, sql) -> seen.put(name, number(sql)));
        return EVERY;
    }

    private double number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Double.class).one());
    }
}
