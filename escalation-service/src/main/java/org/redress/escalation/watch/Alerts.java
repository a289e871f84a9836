package org.redress.escalation.watch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The alerts, and which of them are due. Whoever gets one to change holds its row. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    private final Jdbi jdbi;

    Alerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Alert> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The latest alert about the thing; the caller is alone with the thing until it commits. */
    Optional<Alert> lockLatest(Alarm alarm) {
        String thing = String.join("\n", alarm.kind(), alarm.service(), alarm.thing());
        jdbi.useHandle(handle ->
                handle.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                        .bind(0, thing)
                        .mapTo(String.class)
                        .list());
        return find(
                        "kind = ?1 and service = ?2 and thing = ?3 order by since desc, id desc",
                        alarm.kind(),
                        alarm.service(),
                        alarm.thing())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    List<UUID> due(Instant now, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select id from alert where next_at <= ? order by next_at limit ?")
                        .bind(0, now)
                        .bind(1, limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Takes the due ones of these; what another replica holds is left to it. */
    List<Alert> claim(List<UUID> ids, Instant now) {
        List<UUID> taken =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select id from alert where id = any(:ids) and next_at <= :now
                                        order by next_at for update skip locked
                                        """)
                                .bindArray("ids", UUID.class, ids)
                                .bind("now", now)
                                .mapTo(UUID.class)
                                .list());
        return taken.stream().map(this::findById).toList();
    }

    boolean postpone(UUID id, Instant now, Instant until) {
        return jdbi.withHandle(handle ->
                handle.execute(
                        "update alert set next_at = ? where id = ? and next_at <= ?",
                        until,
                        id,
                        now))
                == 1;
    }

    Optional<Instant> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select next_at from alert where next_at is not null order by next_at limit 1")
                        .mapTo(Instant.class)
                        .findOne());
    }
}
