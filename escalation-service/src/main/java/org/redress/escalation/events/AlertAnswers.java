package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.messaging.UnreadableEvent;

/**
 * What notification answers about the pages to who holds the watch, on the topic
 * redress.deliveries.
 */
@ApplicationScoped
class AlertAnswers {

    private final WatchDesk desk;

    AlertAnswers(WatchDesk desk) {
        this.desk = desk;
    }

    @Produces
    Subscription.Reaction acknowledged() {
        return on(
                "redress.alert-page.acknowledged.v1",
                AlertPageAcknowledged.class,
                (_, said) -> acknowledge(said));
    }

    private void acknowledge(AlertPageAcknowledged said) {
        switch (desk.acknowledge(said.alertId(), said.personId())) {
            case TAKEN -> {}
            case NOT_PAGED ->
                    throw new UnreadableEvent("acknowledged by somebody who was not paged", null);
            case UNKNOWN_ALERT -> throw new UnreadableEvent("alert is not known", null);
        }
    }

    @Produces
    Subscription.Reaction failed() {
        return on(
                "redress.alert-page.failed.v1",
                AlertPageFailed.class,
                (_, said) -> desk.undelivered(said.alertId(), said.pageId()));
    }
}
