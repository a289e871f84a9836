package org.redress.notification.cases;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Intake tells what a case is about, and that it is withdrawn. */
@ApplicationScoped
class CaseEvents implements Subscription {

    private final Cases cases;
    private final Event<CaseKnown> known;
    private final Event<CaseWithdrawn> withdrawn;

    CaseEvents(Cases cases, Event<CaseKnown> known, Event<CaseWithdrawn> withdrawn) {
        this.cases = cases;
        this.known = known;
        this.withdrawn = withdrawn;
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
                        (_, corrected) -> cases.correct(corrected)),
                on(
                        "redress.case.withdrawn.v1",
                        CaseWithdrawn.class,
                        (_, gone) -> withdrawn.fire(gone)));
    }

    private void register(IncomingEvent event, CaseRegistered registered) {
        cases.register(registered);
        known.fire(
                new CaseKnown(
                        registered.caseId(),
                        registered.caseNumber(),
                        registered.round(),
                        registered.customerId(),
                        Origin.of(event)));
    }
}
