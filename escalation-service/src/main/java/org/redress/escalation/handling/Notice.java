package org.redress.escalation.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * Somebody is told something of a case, quietly: nobody is called, and nobody has to answer.
 *
 * @param dueAt by when something is wanted, if that was said
 */
public record Notice(
        CaseRef customerCase,
        int round,
        UnitPath unit,
        PersonId person,
        Occasion occasion,
        @Nullable Instant dueAt,
        Actor by,
        Instant at) {

    /** What there is to know. */
    public enum Occasion {
        HANDED_OVER,
        URGED,
        /** As {@link #URGED}, for the head of the unit. */
        URGED_AGAIN,
        DIRECTIVE,
        CO_HANDLING,
        CO_HANDLING_ANSWERED,
        PROBLEM
    }
}
