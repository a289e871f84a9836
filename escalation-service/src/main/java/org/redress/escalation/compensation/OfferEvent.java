package org.redress.escalation.compensation;

import java.time.Instant;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.UnitPath;

/** What happened to an offer. */
public record OfferEvent(
        CaseRef customerCase,
        int round,
        UnitPath unit,
        Offer offer,
        Step step,
        Actor by,
        Instant at) {

    /** How far it has come by that. */
    public enum Step {
        OFFERED,
        APPROVED,
        REFUSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        PAID
    }
}
