package org.redress.escalation.handling;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;

/** How a case is to be settled, where a manager has to agree first (ES-27). */
@MappedSuperclass
abstract class Planning extends Investigating {

    /** How far the plan of the round has come; a refused one is none. */
    enum Plan {
        PROPOSED,
        APPROVED
    }

    @Enumerated(EnumType.STRING)
    @Nullable Plan plan;

    @Column(name = "plan_proposed_by")
    @Nullable PersonId planProposedBy;

    @Column(name = "plan_deviates")
    @Nullable Boolean planDeviates;

    /** For the database. */
    Planning() {}

    Planning(CaseRef customerCase, UnitPath reception, Promises told, Origin origin, Instant at) {
        super(customerCase, reception, told, origin, at);
    }

    /**
     * The handler says how the case is to be settled; a plan takes the place of the one before.
     *
     * @param deviates whether it departs from the rules
     */
    Outcome plan(String words, boolean deviates, Hand hand, Instant at) {
        return atWork().or(() -> inHandsOf(hand))
                .orElseGet(() -> {
                    plan = Plan.PROPOSED;
                    planProposedBy = hand.person();
                    planDeviates = deviates;
                    return noted("PLAN_PROPOSED", words, hand, at);
                });
    }

    /** A manager agrees who neither handles the case nor proposed the plan (four eyes). */
    Outcome approvePlan(Hand hand, Instant at) {
        return decidePlan(Plan.APPROVED, null, hand, at);
    }

    /** A manager wants another plan. */
    Outcome refusePlan(String reason, Hand hand, Instant at) {
        return decidePlan(null, reason, hand, at);
    }

    private Outcome decidePlan(
            @Nullable Plan decided, @Nullable String reason, Hand hand, Instant at) {
        return atWork().orElseGet(() -> {
            if (plan != Plan.PROPOSED) {
                return new Outcome.NoPlan();
            }
            if (isRecused(hand.person())) {
                return new Outcome.Recused(hand.person());
            }
            if (hand.person().equals(planProposedBy) || hand.person().equals(handler)) {
                return new Outcome.FourEyes(hand.person());
            }
            plan = decided;
            return noted(decided == null ? "PLAN_REFUSED" : "PLAN_APPROVED", reason, hand, at);
        });
    }

    /**
     * What keeps a case at work from being resolved: a plan that is asked for and missing, or one
     * that was proposed and waits.
     */
    Optional<Outcome> withoutPlan(boolean isAsked) {
        return status == Status.IN_PROGRESS
                        && plan != Plan.APPROVED
                        && (isAsked || plan == Plan.PROPOSED)
                ? Optional.of(new Outcome.PlanNeeded())
                : Optional.empty();
    }
}
