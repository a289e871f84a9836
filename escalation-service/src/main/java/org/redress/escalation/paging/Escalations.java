package org.redress.escalation.paging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.cases.CaseId;

/** The escalations. Whoever gets one to change holds its row. */
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

    /** Those that are due, the longest overdue first; their rows are held. */
    List<Escalation> held(List<UUID> ids) {
        return find("id in ?1 order by nextAt", ids).list();
    }
}
