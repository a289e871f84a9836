package org.redress.escalation.handling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;

/** The cases at work. Whoever gets one to change holds its row until the transaction ends. */
@ApplicationScoped
class Handlings implements PanacheRepositoryBase<Handling, CaseId> {

    Optional<Handling> lock(CaseId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Handling> lock(CaseNumber number) {
        return find("number", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
