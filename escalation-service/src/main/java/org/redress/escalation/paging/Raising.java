package org.redress.escalation.paging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Matter;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Trigger;

/** Which escalation an organisation has for what happened to a case; it has not begun. */
record Raising(Organisation organisation, CaseFacts facts, Instant now) {

    Escalation of(Trigger trigger) {
        return by(
                organisation.policyFor(Matter.of(trigger, facts.assessment()), facts.unit()),
                trigger,
                null);
    }

    /** A clock is broken; none where nobody is reached for it. */
    Optional<Escalation> overdue(ClockName clock, @Nullable String reference) {
        return organisation
                .policyForBreach(clock, reference, facts)
                .map(policy -> by(policy, Trigger.CLOCK_BREACH, clock));
    }

    /** A clock is near its end; likewise. */
    Optional<Escalation> near(ClockName clock, @Nullable String reference) {
        return organisation
                .policyForWarning(clock, reference, facts)
                .map(policy -> by(policy, Trigger.CLOCK_WARNING, clock));
    }

    private Escalation by(EscalationPolicy policy, Trigger trigger, @Nullable ClockName clock) {
        return new Escalation(
                UuidCreator.getTimeOrderedEpoch(),
                facts,
                Cause.of(trigger, clock, facts.assessment()),
                organisation.placed(policy, facts.unit(), facts.incidentUnit()),
                now);
    }
}
