package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.redress.escalation.events.DeliveryEvent.MessageAcknowledged;
import org.redress.escalation.events.DeliveryEvent.MessageFailed;
import org.redress.escalation.events.DeliveryEvent.MessageSent;
import org.redress.escalation.paging.Acknowledgment;
import org.redress.escalation.paging.Deliveries;
import org.redress.escalation.paging.PagingDesk;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.messaging.UnreadableEvent;

/**
 * Notification tells what became of a page: to whom a case has climbed, or to who holds the watch.
 * A word that nobody can have given is a dead letter: it would end somebody's paging.
 */
@ApplicationScoped
class DeliveryEvents implements Subscription {

    private final PagingDesk paging;
    private final Deliveries deliveries;
    private final WatchDesk watch;
    private final Clock clock;

    DeliveryEvents(PagingDesk paging, Deliveries deliveries, WatchDesk watch, Clock clock) {
        this.paging = paging;
        this.deliveries = deliveries;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "redress.deliveries";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.message.acknowledged.v1",
                        MessageAcknowledged.class,
                        (_, said) -> acknowledged(said)),
                on("redress.message.sent.v1", MessageSent.class, (_, said) -> sent(said)),
                on("redress.message.failed.v1", MessageFailed.class, (_, said) -> failed(said)),
                on(
                        "redress.alert-page.acknowledged.v1",
                        AlertPageAcknowledged.class,
                        (_, said) -> watchAcknowledged(said)),
                on(
                        "redress.alert-page.failed.v1",
                        AlertPageFailed.class,
                        (_, said) -> watch.undelivered(said.alertId(), said.pageId())));
    }

    private void acknowledged(MessageAcknowledged event) {
        Acknowledgment answer =
                paging.acknowledge(
                                event.escalationId(),
                                event.pageId(),
                                event.personId(),
                                event.via(),
                                clock.instant())
                        .orElseThrow(() -> new UnreadableEvent("escalation is not known", null));
        if (answer instanceof Acknowledgment.NotPaged) {
            throw new UnreadableEvent("acknowledged by somebody who was not paged", null);
        }
    }

    private void sent(MessageSent event) {
        if (event.pageId() != null) {
            deliveries.sent(event.pageId());
        }
    }

    private void failed(MessageFailed event) {
        if (event.pageId() == null) {
            return;
        }
        if (event.isFinal()) {
            deliveries.failed(event.pageId());
            paging.undelivered(event.pageId(), clock.instant());
        } else {
            deliveries.heardOf(event.pageId(), clock.instant());
        }
    }

    private void watchAcknowledged(AlertPageAcknowledged said) {
        switch (watch.acknowledge(said.alertId(), said.personId())) {
            case TAKEN -> {}
            case NOT_PAGED ->
                    throw new UnreadableEvent("acknowledged by somebody who was not paged", null);
            case UNKNOWN_ALERT -> throw new UnreadableEvent("alert is not known", null);
        }
    }
}
