package org.redress.notification.messages;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.platform.messaging.Subscription;

/** Escalation tells whom to call, whom not to call any more, and what was done. */
@ApplicationScoped
class HandlingEvents implements Subscription {

    private final Correspondence correspondence;

    HandlingEvents(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public String topic() {
        return "redress.handling";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.escalation.raised.v1", EscalationRaised.class, correspondence::call),
                on(
                        "redress.escalation.acknowledged.v1",
                        EscalationAcknowledged.class,
                        (_, acknowledged) -> correspondence.taken(acknowledged)),
                on(
                        "redress.escalation.settled.v1",
                        EscalationSettled.class,
                        (_, settled) -> correspondence.settled(settled)),
                on("redress.case.resolved.v1", CaseResolved.class, correspondence::resolve),
                on(
                        "redress.case.closed.v1",
                        CaseClosed.class,
                        (_, closed) -> correspondence.close(closed)));
    }
}
