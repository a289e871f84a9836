package org.redress.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.redress.platform.due.Loops;

/**
 * How many real cases are open, press and are late, and how many people nobody reached: in the
 * metrics, for the department and for whoever must be woken. Each number is counted from a small
 * index, four times a minute and never for whoever reads the metrics.
 */
@ApplicationScoped
class CaseFigures {

    static final String LOOP = "case-figures";

    private static final Duration EVERY = Duration.ofSeconds(15);

    /** An alert that nobody answered begins again after an hour, if what it is about goes on. */
    private static final Duration AN_ALERTS_QUIET = Duration.ofHours(1);

    /** A count ends at a hundred thousand: more than that is "too many". */
    static final Map<String, String> LOOKS = new LinkedHashMap<>();

    static {
        LOOKS.put(
                "cases.open",
                """
                select count(*) from (
                    select from handling where status <> 'CLOSED' and mode = 'REAL'
                    limit 100000) counted
                """);
        LOOKS.put("cases.due", pressing("WARNED"));
        LOOKS.put("cases.overdue", pressing("BREACHED"));
        LOOKS.put("escalations.running", escalations("RUNNING"));
        LOOKS.put("escalations.exhausted", escalations("EXHAUSTED"));
        LOOKS.put(
                "alerts.exhausted",
                """
                select count(*) from alert
                where state = 'EXHAUSTED' and settled_at > :since and kind <> 'REACHABILITY_TEST'
                """);
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<String, Double> seen = new ConcurrentHashMap<>();

    CaseFigures(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private static String pressing(String state) {
        return """
        select count(distinct case_id) from (
            select case_id from case_clock
            where state = '%s' and stopped_at is null and mode = 'REAL'
            limit 100000) counted
        """
                .formatted(state);
    }

    private static String escalations(String state) {
        return """
        select count(*) from (
            select from escalation where state = '%s' and mode = 'REAL'
            limit 100000) counted
        """
                .formatted(state);
    }

    void start(@Observes StartupEvent event, Loops loops, MeterRegistry metrics) {
        LOOKS.keySet().forEach(name -> metrics.gauge(name, this, figures -> figures.seen(name)));
        loops.start(LOOP, this::look);
    }

    Duration look() {
        LOOKS.forEach((name, sql) -> seen.put(name, number(sql)));
        return EVERY;
    }

    double seen(String name) {
        return seen.getOrDefault(name, Double.NaN);
    }

    private double number(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql)
                        .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                        .bind("since", clock.instant().minus(AN_ALERTS_QUIET))
                        .mapTo(Double.class)
                        .one());
    }
}
