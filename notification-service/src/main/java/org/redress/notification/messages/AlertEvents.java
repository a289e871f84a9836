package org.redress.notification.messages;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
                on("redress.alert.paged.v1", AlertPaged.class, correspondence::alarm),
                on(
                        "redress.alert.settled.v1",
                        AlertSettled.class,
                        (_, settled) -> correspondence.settled(settled)));
    }
}
