package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.redress.notification.messages.Correspondence;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Escalation tells whom of the watch to call, and when not to any more. */
@ApplicationScoped
class AlertEvents implements Subscription {

    private final Correspondence correspondence;

    AlertEvents(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public String topic() {
        return "redress.alerts";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.alert.paged.v1", AlertPaged.class, this::call),
                on(
                        "redress.alert.settled.v1",
                        AlertSettled.class,
                        (_, settled) -> settle(settled)));
    }

    private void call(IncomingEvent event, AlertPaged paged) {
        correspondence.alarm(
                Origins.ofThePlatform(event, paged.unit()),
                paged.personId(),
                paged.page(),
                paged.alertId().toString());
    }

    /** Somebody of the watch has it; an alert that nobody took can still be taken by its link. */
    private void settle(AlertSettled settled) {
        if (settled.isTaken()) {
            correspondence.taken(
                    settled.alertId().toString(),
                    Objects.requireNonNull(settled.personId()),
                    "API",
                    settled.occurredAt());
        }
    }
}
