package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.cases.Cases;
import org.redress.notification.messages.Correspondence;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Intake tells what a case is about, and that it is withdrawn. */
@ApplicationScoped
class CaseEvents implements Subscription {

    private final Cases cases;
    private final Event<CaseKnown> known;
    private final Correspondence correspondence;

    CaseEvents(Cases cases, Event<CaseKnown> known, Correspondence correspondence) {
        this.cases = cases;
        this.known = known;
        this.correspondence = correspondence;
    }

    @Override
    public String topic() {
        return "redress.cases";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.case.registered.v1", CaseRegistered.class, this::register),
                on(
                        "redress.case.corrected.v1",
                        CaseCorrected.class,
                        (_, corrected) -> cases.correct(corrected.caseId(), corrected::applyTo)),
                on(
                        "redress.case.withdrawn.v1",
                        CaseWithdrawn.class,
                        (_, gone) ->
                                correspondence.close(gone.caseId(), gone.round(), gone.end())));
    }

    private void register(IncomingEvent event, CaseRegistered registered) {
        cases.register(registered.asNews());
        known.fire(
                new CaseKnown(
                        registered.caseId(),
                        registered.caseNumber(),
                        registered.round(),
                        registered.customerId(),
                        Origins.of(event)));
    }
}
