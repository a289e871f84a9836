package org.redress.intake.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.intake.progress.Delivery.State;
import org.redress.intake.progress.DeliveryAttempted;
import org.redress.intake.progress.Progress;
import org.redress.platform.messaging.Subscription;

/** Notification tells what became of the messages to a customer. */
@ApplicationScoped
class DeliveryEvents implements Subscription {

    private final Progress progress;

    DeliveryEvents(Progress progress) {
        this.progress = progress;
    }

    @Override
    public String topic() {
        return "redress.deliveries";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.message.sent.v1",
                        DeliveryAttempted.class,
                        (_, sent) -> progress.tell(sent, State.SENT)),
                on(
                        "redress.message.failed.v1",
                        DeliveryAttempted.class,
                        (_, failed) -> progress.tell(failed, failed.stateWhenFailed())));
    }
}
