package org.redress.escalation.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.events.CaseEvent.CaseAssessed;
import org.redress.escalation.events.CaseEvent.CaseContacted;
import org.redress.escalation.events.CaseEvent.CaseRegistered;
import org.redress.escalation.events.CaseEvent.CaseWithdrawn;
import org.redress.escalation.events.CaseEvent.SatisfactionRecorded;
import org.redress.escalation.handling.HandlingDesk;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.messaging.Alarms;
import org.redress.platform.messaging.UnreadableEvent;

/** What was said about a case, for the desk that it concerns; what comes too early waits. */
@ApplicationScoped
class Intray {

    private final HandlingDesk handlings;
    private final OrganisationStore organisation;
    private final CameTogether together;
    private final Park park;
    private final Alarms alarms;

    Intray(
            HandlingDesk handlings,
            OrganisationStore organisation,
            CameTogether together,
            Park park,
            Alarms alarms) {
        this.handlings = handlings;
        this.organisation = organisation;
        this.together = together;
        this.park = park;
        this.alarms = alarms;
    }

    /** What is taken from now on came in one poll. */
    void begin() {
        together.begin();
    }

    /** Applies it, or lays it aside until what should have come before it is there. */
    Runnable taking(CaseEvent event) {
        return together.applying(event, () -> take(event));
    }

    private void take(CaseEvent event) {
        Outcome outcome = apply(event, false);
        if (outcome instanceof Outcome.Premature(Outcome.Awaited awaited)) {
            park.put(event, awaited);
        }
    }

    /**
     * Applies what was said about a case.
     *
     * @param waitedLong whether what should have come before it is not waited for any more
     * @throws UnreadableEvent if nothing will ever make it true
     */
    Outcome apply(CaseEvent event, boolean waitedLong) {
        Outcome outcome =
                switch (event) {
                    case CaseRegistered _ -> new Outcome.Unchanged();
                    case CaseAssessed said -> assess(said, waitedLong);
                    case SatisfactionRecorded said ->
                            handlings.hear(said.caseId(), said.satisfaction(), said.actor());
                    case CaseContacted said -> contacted(said);
                    case CaseWithdrawn said ->
                            handlings.withdraw(said.caseId(), said.reason(), said.actor());
                };
        if (outcome instanceof Outcome.Implausible(String why)) {
            throw new UnreadableEvent(why, null);
        }
        return outcome;
    }

    private Outcome contacted(CaseContacted said) {
        handlings.contacted(said.caseId(), said.actor());
        return said.urges() ? handlings.urge(said.caseId(), said.actor()) : new Outcome.Unchanged();
    }

    private Outcome assess(CaseAssessed said, boolean waitedLong) {
        Optional<UnitPath> owner = organisation.current().unitNamed(said.ownerUnit());
        Assessment assessment =
                said.assessment(owner.orElseGet(() -> organisation.current().reception()));
        Outcome outcome =
                waitedLong
                        ? handlings.assessAtLast(said.caseId(), assessment, said.actor())
                        : handlings.assess(said.caseId(), assessment, said.actor());
        if (owner.isEmpty() && outcome instanceof Outcome.Done) {
            alarms.reportOnCommit(
                    "UNIT_UNKNOWN",
                    said.unitIfAnyPath(),
                    "triage names a unit that is not ours; the reception has the case",
                    said.caseId().value());
        }
        return outcome;
    }
}
