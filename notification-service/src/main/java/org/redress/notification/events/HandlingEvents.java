package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.notification.messages.Correspondence;
import org.redress.platform.messaging.IncomingEvent;
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
                on("redress.escalation.raised.v1", EscalationRaised.class, this::call),
                on(
                        "redress.escalation.acknowledged.v1",
                        EscalationAcknowledged.class,
                        (_, by) ->
                                correspondence.taken(
                                        by.escalationId(),
                                        by.personId(),
                                        by.via(),
                                        by.occurredAt())),
                on(
                        "redress.escalation.settled.v1",
                        EscalationSettled.class,
                        (_, settled) ->
                                correspondence.settled(settled.escalationId(), settled.end())),
                on(
                        "redress.case.resolved.v1",
                        CaseResolved.class,
                        (event, resolved) ->
                                correspondence.resolve(
                                        Origins.of(event),
                                        resolved.about(),
                                        resolved.end(),
                                        resolved.resolution())),
                on("redress.clock.warned.v1", ClockWarned.class, this::remind),
                on(
                        "redress.notice.given.v1",
                        NoticeGiven.class,
                        (event, notice) ->
                                correspondence.remind(
                                        Origins.of(event),
                                        notice.about(),
                                        notice.personId(),
                                        notice.reminder())),
                on(
                        "redress.case.promise-changed.v1",
                        PromiseChanged.class,
                        (event, changed) ->
                                correspondence.promise(
                                        Origins.of(event), changed.about(), changed.promise())),
                on(
                        "redress.case.closed.v1",
                        CaseClosed.class,
                        (event, closed) ->
                                correspondence.close(
                                        Origins.of(event),
                                        closed.about(),
                                        closed.end(),
                                        closed.told())));
    }

    private void remind(IncomingEvent event, ClockWarned warned) {
        if (warned.reminds() != null) {
            correspondence.remind(
                    Origins.of(event), warned.about(), warned.reminds(), warned.reminder());
        }
    }

    private void call(IncomingEvent event, EscalationRaised raised) {
        correspondence.call(
                Origins.of(event),
                raised.about(),
                raised.personId(),
                raised.page(),
                raised.escalationId());
    }
}
