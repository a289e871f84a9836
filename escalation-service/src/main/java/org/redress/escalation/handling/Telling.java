package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.redress.escalation.cases.CaseId;

/** Numbers what is told of a case; the number grows with each event, whoever tells it. */
@ApplicationScoped
public class Telling {

    private final Handlings handlings;

    Telling(Handlings handlings) {
        this.handlings = handlings;
    }

    /** The number of the next event; the caller's transaction holds the row of the case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long next(CaseId customerCase) {
        return handlings
                .lock(customerCase)
                .orElseThrow(() -> new IllegalStateException("no case " + customerCase))
                .tellNext();
    }
}
