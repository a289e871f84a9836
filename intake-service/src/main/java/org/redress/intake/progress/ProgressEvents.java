package org.redress.intake.progress;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.intake.progress.Delivery.State;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/** The door through which the other services tell how a case goes on. */
@ApplicationScoped
class ProgressEvents {

    private final Inbox inbox;
    private final Subscription handling;
    private final Subscription assessments;
    private final Subscription deliveries;

    ProgressEvents(Inbox inbox, Projection projection) {
        this.inbox = inbox;
        this.handling = handling(projection);
        this.assessments =
                Subscription.of(
                        on(
                                "redress.case.assessed.v1",
                                Assessment.class,
                                (_, assessment) -> projection.apply(assessment)));
        this.deliveries =
                Subscription.of(
                        on(
                                "redress.message.sent.v1",
                                DeliveryAttempted.class,
                                (_, sent) -> projection.apply(sent, State.SENT)),
                        on(
                                "redress.message.failed.v1",
                                DeliveryAttempted.class,
                                (_, failed) -> projection.apply(failed, failed.stateWhenFailed())));
    }

    @Incoming("handling")
    @Blocking
    void onHandling(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, handling);
    }

    @Incoming("assessments")
    @Blocking
    void onAssessments(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, assessments);
    }

    @Incoming("deliveries")
    @Blocking
    void onDeliveries(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, deliveries);
    }

    private static Subscription handling(Projection projection) {
        return Subscription.of(
                handled("redress.case.assigned.v1", projection),
                handled("redress.case.progressed.v1", projection),
                handled("redress.case.resolved.v1", projection),
                handled("redress.case.reopened.v1", projection),
                handled("redress.case.closed.v1", projection),
                ticked("redress.clock.started.v1", projection),
                ticked("redress.clock.warned.v1", projection),
                ticked("redress.clock.breached.v1", projection),
                ticked("redress.clock.met.v1", projection));
    }

    private static Subscription.Reaction handled(String type, Projection projection) {
        return on(type, HandlingChanged.class, (_, change) -> projection.apply(change));
    }

    private static Subscription.Reaction ticked(String type, Projection projection) {
        return on(type, ClockChanged.class, (_, change) -> projection.apply(change));
    }
}
