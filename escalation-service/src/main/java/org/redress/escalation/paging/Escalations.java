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

    /** The case's row comes first, as everywhere: so nobody waits for one who waits for them. */
    Optional<Escalation> lock(UUID id) {
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "select from handling where case_id = (select case_id from escalation where id = ?) for update")
                        .bind(0, id)
                        .mapToMap()
                        .list());
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
     * Takes the due ones of these for the running transaction, with their cases; what another
     * replica holds is left to it.
     */
    List<Escalation> claim(List<UUID> ids, Instant now) {
        List<UUID> taken =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select e.id from escalation e join handling h using (case_id)
                                        where e.id = any(:ids) and e.next_at <= :now
                                        order by e.next_at for update of e, h skip locked
                                        """)
                                .bindArray("ids", UUID.class, ids)
                                .bind("now", now)
                                .mapTo(UUID.class)
                                .list());
        return taken.stream().map(this::findById).toList();
    }

    /** Puts off what is still due; what was stopped meanwhile stays stopped. */
    boolean postpone(UUID id, Instant now, Instant until) {
        return jdbi.withHandle(handle ->
                handle.execute(
                                "update escalation set next_at = ? where id = ? and next_at <= ?",
                                until,
                                id,
                                now)
                        == 1);
    }

    Optional<Instant> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select next_at from escalation where next_at is not null order by next_at limit 1")
                        .mapTo(Instant.class)
                        .findOne());
    }
}
