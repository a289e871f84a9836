package org.redress.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.paging.Deliveries;
import org.redress.escalation.paging.PagingDesk;
import org.redress.platform.due.DueLoop;
import org.redress.platform.due.DueWork;
import org.redress.platform.due.Loops;
import org.redress.platform.messaging.Alarms;

/**
 * Proves every minute that whatever is due was raised, and that each page has come to an end in
 * notification. What is missing is raised, counted ({@code reconciler.found}) and told to the
 * watch. It looks into indexes that are empty where all is well, in one replica at a time.
 */
@ApplicationScoped
class Reconciler {

    static final String LOOP = "reconciler";

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String PAGES = "page";
    private static final int PAGES_AT_ONCE = 500;

    /** Which rows of a table would never be told, as its index has it, and when they should be. */
    private record Lost(String table, String which, String dueAt) {
        String sql() {
            return """
            update %1$s set next_at = %3$s
            where id = any(array(
                select id from %1$s where %2$s limit 1000 for update skip locked))
            """
                    .formatted(table, which, dueAt);
        }
    }

    private static final List<Lost> LOST =
            List.of(
                    new Lost(
                            "case_clock",
                            """
                            stopped_at is null and waits_for is null and state in ('RUNNING', 'WARNED')
                              and (next_at is null or next_at - due_at > interval '1 hour')
                            """,
                            "case state when 'RUNNING' then warn_at else due_at end"),
                    new Lost("escalation", "state = 'RUNNING' and next_at is null", "raised_at"),
                    new Lost("alert", "state = 'RUNNING' and next_at is null", "since"));

    private final Jdbi jdbi;
    private final List<DueWork> works;
    private final PagingDesk paging;
    private final Deliveries deliveries;
    private final Alarms alarms;
    private final MeterRegistry metrics;
    private final Timer looks;
    private final Clock clock;
    private final Duration silence;
    private final boolean enabled;

    /** What stood first when it looked last. */
    private final Map<String, Instant> first = new HashMap<>();

    Reconciler(
            Jdbi jdbi,
            @All List<DueWork> works,
            PagingDesk paging,
            Deliveries deliveries,
            Alarms alarms,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "redress.page-silent-after") Duration silence,
            DueLoop timer) {
        this.jdbi = jdbi;
        this.works = works;
        this.paging = paging;
        this.deliveries = deliveries;
        this.alarms = alarms;
        this.metrics = metrics;
        this.clock = clock;
        this.silence = silence;
        this.enabled = timer.isEnabled();
        this.looks =
                Timer.builder("reconciler.look")
                        .description("How long it took to prove that nothing was left out")
                        .register(metrics);
        works.forEach(work -> found(work.name()));
        found(PAGES);
    }

    void start(@Observes StartupEvent event, Loops loops) {
        if (enabled) {
            loops.start(LOOP, this::look);
        }
    }

    Duration look() {
        looks.record(() -> QuarkusTransaction.requiringNew().run(this::lookAlone));
        return EVERY;
    }

    private void lookAlone() {
        if (isAlone()) {
            LOST.forEach(this::setRight);
            works.forEach(this::fireWhatStands);
            tellSilentPages();
        }
    }

    /** Until the end of this transaction no other replica looks. */
    private boolean isAlone() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select pg_try_advisory_xact_lock(hashtext('reconciler'))")
                        .mapTo(Boolean.class)
                        .one());
    }

    private void setRight(Lost lost) {
        int rows =
                QuarkusTransaction.requiringNew()
                        .call(() -> jdbi.withHandle(handle -> handle.execute(lost.sql())));
        raised(lost.table(), rows, "NOT_FIRED", "had lost the instant at which they are due");
    }

    /** What stood first a minute ago and still does, the timer does not come to. */
    private void fireWhatStands(DueWork work) {
        Instant now = clock.instant();
        Optional<Instant> stands = work.next();
        boolean asBefore = stands.isPresent() && stands.get().equals(first.get(work.name()));
        first.put(work.name(), stands.orElse(Instant.MAX));
        if (asBefore && !stands.get().plus(EVERY).isAfter(now)) {
            raised(
                    work.name(),
                    work.fire(now),
                    "NOT_FIRED",
                    "were due and the timer did not come to them");
        }
    }

    /** Told again a page has its own id: who has it is not mailed once more. */
    private void tellSilentPages() {
        Instant now = clock.instant();
        int told =
                QuarkusTransaction.requiringNew()
                        .call(() -> deliveries.silentSince(now.minus(silence), PAGES_AT_ONCE))
                        .stream()
                        .mapToInt(page -> tellAgain(page, now))
                        .sum();
        raised(PAGES, told, "PARKED_TOO_LONG", "were paged and notification said nothing of them");
    }

    private int tellAgain(UUID page, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    boolean told = paging.tellAgain(page, now);
                    if (told) {
                        deliveries.heardOf(page, now);
                    }
                    return told ? 1 : 0;
                });
    }

    private void raised(String table, int rows, String kind, String why) {
        if (rows > 0) {
            found(table).increment(rows);
            LOG.errorf("raised what was missing table=%s rows=%d: they %s", table, rows, why);
            alarms.report(kind, table, "%d %s; they are raised now".formatted(rows, why), null);
        }
    }

    private Counter found(String table) {
        return Counter.builder("reconciler.found")
                .description("What was due, or paged, and would have been told to nobody")
                .tag("table", table)
                .register(metrics);
    }
}
