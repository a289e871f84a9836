package org.redress.escalation.handling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;

/** The cases at work. Whoever gets one to change holds its row until the transaction ends. */
@ApplicationScoped
class Handlings implements PanacheRepositoryBase<Handling, CaseId> {

    private final Jdbi jdbi;

    Handlings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes a new case, unless it is known: in one trip, which no entity can.
     *
     * @return empty if it is known, or else whether something that was said of it has waited
     */
    Optional<Boolean> open(Handling opened) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                insert into handling (case_id, case_number, mode, status, round, tier,
                                                      owner_unit, responded, opened_at, changed_at, version)
                                values (:id, :number, :mode, :status, :round, :tier,
                                        :unit, :responded, :at, :at, 0)
                                on conflict (case_id) do nothing
                                returning exists
                                    (select from parked_event p where p.case_id = handling.case_id)
                                """)
                        .bind("id", opened.id.value())
                        .bind("number", opened.number.value())
                        .bind("mode", opened.mode)
                        .bind("status", opened.status)
                        .bind("round", opened.round)
                        .bind("tier", opened.tier)
                        .bind("unit", opened.ownerUnit.value())
                        .bind("responded", opened.responded)
                        .bind("at", opened.openedAt)
                        .mapTo(Boolean.class)
                        .findOne());
    }

    Optional<Handling> lock(CaseId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Handling> lock(CaseNumber number) {
        return find("number", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
