package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.redress.escalation.events.CaseEvent.CaseAssessed;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Triage tells how a case is judged. */
@ApplicationScoped
class AssessmentEvents implements Subscription {

    private final Intray intray;

    AssessmentEvents(Intray intray) {
        this.intray = intray;
    }

    @Override
    public String topic() {
        return "redress.assessments";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                prepared(
                        "redress.case.assessed.v1",
                        CaseAssessed.class,
                        (_, event) -> intray.taking(event)));
    }

    @Override
    public void expect(Collection<IncomingEvent> events) {
        intray.begin();
    }
}
