package org.redress.escalation.paging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.cases.CaseId;

/** The escalations, and which of them are due. Whoever gets one to change holds its row. */
@ApplicationScoped
class Escalations implements PanacheRepositoryBase<Escalation, UUID> {

    private final Jdbi jdbi;

    Escalations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Escalation> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the case that are not over, and those that nobody answered. */
    List<Escalation> lockUnanswered(CaseId customerCase) {
        return find(
                        "customerCase.id = ?1 and state in (?2, ?3) order by id",
                        customerCase,
                        Escalation.State.RUNNING,
                        Escalation.State.EXHAUSTED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<UUID> ofPage(UUID pageId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select escalation_id from page where page_id = ?")
                        .bind(0, pageId)
                        .mapTo(UUID.class)
                        .findOne());
    }

    List<UUID> due(Instant now, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select id from escalation where next_at <= ? order by next_at limit ?")
                        .bind(0, now)
                        .bind(1, limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /**
     * Takes the due ones of these for the running transaction; what another replica holds is left
     * to it.
     */
    List<Escalation> claim(List<UUID> ids, Instant now) {
        List<UUID> taken =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select id from escalation where id = any(:ids) and next_at <= :now
                                        order by next_at for update skip locked
                                        """)
                                .bindArray("ids", UUID.class, ids)
                                .bind("now", now)
                                .mapTo(UUID.class)
                                .list());
        return taken.stream().map(this::findById).toList();
    }

    void postpone(UUID id, Instant until) {
        jdbi.useHandle(handle ->
                handle.execute("update escalation set next_at = ? where id = ?", until, id));
    }

    Optional<Instant> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select next_at from escalation where next_at is not null order by next_at limit 1")
                        .mapTo(Instant.class)
                        .findOne());
    }
}
