package org.redress.escalation.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.due.DueWork;

/**
 * Looks twice a minute whether triage judges what has no clock for that (TR-07): no case may wait
 * for its assessment longer than {@code redress.watch.triage-within}. However many wait, it is one
 * thing. A case with a clock is its clock's matter, so that nothing is told twice.
 */
@ApplicationScoped
class SilentTriage implements DueWork {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private record Waiting(String caseNumber, Instant since) {}

    private final Jdbi jdbi;
    private final WatchDesk desk;
    private final Duration within;
    private Instant lookAt = Instant.MIN;

    SilentTriage(
            Jdbi jdbi,
            WatchDesk desk,
            @ConfigProperty(name = "redress.watch.triage-within") Duration within) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.within = within;
    }

    @Override
    public String name() {
        return "silent_triage";
    }

    @Override
    public synchronized int fire(Instant now) {
        if (now.isBefore(lookAt)) {
            return 0;
        }
        lookAt = now.plus(PAUSE);
        return QuarkusTransaction.requiringNew().call(() -> look(now));
    }

    private int look(Instant now) {
        Optional<Waiting> silent = longestWaiting(now.minus(within));
        silent.ifPresent(waiting ->
                desk.report(
                        Alarm.ofOurs(
                                "TRIAGE_SILENT",
                                "triage",
                                "case %s has waited for its assessment since %s"
                                        .formatted(waiting.caseNumber(), waiting.since()),
                                null)));
        return silent.isPresent() ? 1 : 0;
    }

    private Optional<Waiting> longestWaiting(Instant registeredBefore) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select case_number, opened_at from handling
                                where assessment_revision is null and status = 'NEW' and mode <> 'TEST'
                                  and opened_at < :before
                                  and not exists (select from case_clock c
                                                  where c.case_id = handling.case_id and c.clock = 'TRIAGE')
                                order by opened_at limit 1
                                """)
                        .bind("before", registeredBefore)
                        .map((row, _) ->
                                new Waiting(
                                        row.getString("case_number"),
                                        row.getTimestamp("opened_at").toInstant()))
                        .findOne());
    }

    @Override
    public synchronized Optional<Instant> next() {
        return Optional.of(lookAt.equals(Instant.MIN) ? Instant.EPOCH : lookAt);
    }

    @Override
    public int rank() {
        return 2;
    }
}
