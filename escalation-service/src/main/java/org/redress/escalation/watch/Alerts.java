package org.redress.escalation.watch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The alerts. Whoever gets one to change holds its row. */
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

    /** The one of this kind about the thing, if somebody has to take it still. */
    Optional<Alert> lockRunning(String kind, String thing) {
        return find(
                        "kind = ?1 and service = ?2 and thing = ?3 and state = ?4",
                        kind,
                        Alarm.OURS,
                        thing,
                        Alert.State.RUNNING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those that are due, the longest overdue first; their rows are held. */
    List<Alert> held(List<UUID> ids) {
        return find("id in ?1 order by nextAt", ids).list();
    }
}
