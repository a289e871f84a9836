package org.redress.escalation.handling;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cases.Verdict;

/** What is found out about a case, and what is thought of it then (ES-43). */
@MappedSuperclass
abstract class Investigating extends Timing {

    @Embedded @Nullable Verdict verdict;

    /** For the database. */
    Investigating() {}

    Investigating(
            CaseRef customerCase, UnitPath reception, Promises told, Origin origin, Instant at) {
        super(customerCase, reception, told, origin, at);
    }

    /** Anybody who works on the case has found something. */
    public Outcome find(String activity, @Nullable String words, Hand hand, Instant at) {
        return atWork().orElseGet(() -> noted(activity, words, hand, at));
    }

    /** The handler, or a manager for them, asks somebody or has been answered. */
    public Outcome inquire(String activity, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand)).orElseGet(() -> noted(activity, null, hand, at));
    }

    /** The handler says what is true, what of the demand is justified, and who answers for it. */
    public Outcome verify(Verdict now, String reason, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> {
                    verdict = now;
                    changedAt = at;
                    return new Outcome.Done(
                            new HandlingEvent.Verified(
                                    ref(), round, ownerUnit, now, reason, hand.actor(), at));
                });
    }

    Outcome noted(String activity, @Nullable String words, Hand hand, Instant at) {
        changedAt = at;
        return new Outcome.Done(
                new HandlingEvent.Noted(
                        ref(), round, ownerUnit, activity, words, hand.actor(), at));
    }
}
