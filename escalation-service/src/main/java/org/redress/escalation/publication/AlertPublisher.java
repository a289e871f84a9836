package org.redress.escalation.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.watch.Alert;
import org.redress.escalation.watch.AlertEvent;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Tells what became of alerts, in the transaction in which it happened. */
@ApplicationScoped
class AlertPublisher {

    private static final String TOPIC = "redress.alerts";

    private final Outbox outbox;
    private final Clock clock;

    AlertPublisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void on(@Observes AlertEvent event) {
        Alert alert = event.alert();
        var about = new PublishedAlert.About(alert.id(), event.at(), clock.instant(), event.by());
        PublishedAlert told =
                switch (event) {
                    case AlertEvent.Paged paged ->
                            PublishedAlert.AlertPaged.of(about, alert, paged.page());
                    case AlertEvent.Settled _ -> PublishedAlert.AlertSettled.of(about, alert);
                };
        OutgoingEvent outgoing =
                OutgoingEvent.of(told.type(), told)
                        .to(TOPIC, alert.id().toString())
                        .at(event.at())
                        .with("mode", (alert.isTest() ? Mode.DRILL : Mode.REAL).name());
        outbox.add(
                alert.caseId() == null
                        ? outgoing
                        : outgoing.with("correlationid", alert.caseId().toString()));
    }
}
