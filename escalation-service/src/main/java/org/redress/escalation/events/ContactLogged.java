package org.redress.escalation.events;

import java.util.Objects;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseId;

/** Somebody talked with the customer again; what was said is not read (IN-12). */
record ContactLogged(CaseId caseId, Actor actor) {
    ContactLogged {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(actor, "actor");
    }
}
