package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;
import static org.redress.platform.messaging.Subscription.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.events.CaseEvent.CaseContacted;
import org.redress.escalation.events.CaseEvent.CaseRegistered;
import org.redress.escalation.events.CaseEvent.CaseWithdrawn;
import org.redress.escalation.events.CaseEvent.SatisfactionRecorded;
import org.redress.escalation.handling.HandlingDesk;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/**
 * Intake tells that there is a case, that its customer asks again, what they say of the outcome,
 * and of its end.
 */
@ApplicationScoped
class CaseEvents implements Subscription {

    private final HandlingDesk handlings;
    private final Intray intray;

    CaseEvents(HandlingDesk handlings, Intray intray) {
        this.handlings = handlings;
        this.intray = intray;
    }

    @Override
    public String topic() {
        return "redress.cases";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.case.registered.v1", CaseRegistered.class, this::registered),
                prepared(
                        "redress.case.satisfaction-recorded.v1",
                        SatisfactionRecorded.class,
                        (_, event) -> intray.taking(event)),
                prepared(
                        "redress.case.contact-logged.v1",
                        CaseContacted.class,
                        (_, event) -> intray.taking(event)),
                prepared(
                        "redress.case.withdrawn.v1",
                        CaseWithdrawn.class,
                        (_, event) -> intray.taking(event)));
    }

    @Override
    public void expect(Collection<IncomingEvent> events) {
        intray.begin();
    }

    private void registered(IncomingEvent envelope, CaseRegistered event) {
        handlings.open(
                new CaseRef(event.caseId(), event.caseNumber(), mode(envelope)),
                event.promises(),
                event.origin());
    }

    private static Mode mode(IncomingEvent envelope) {
        String mode = envelope.extension("mode");
        if (mode == null) {
            throw new IllegalArgumentException("no mode: nobody knows whether the case is real");
        }
        return Mode.valueOf(mode);
    }
}
