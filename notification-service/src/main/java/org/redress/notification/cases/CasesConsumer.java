package org.redress.notification.cases;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;

/** Hears of cases from intake and of their assessments from triage. */
@ApplicationScoped
class CasesConsumer {
    private final Inbox inbox;
    private final Cases cases;
    private final Event<CaseKnown> known;
    private final Subscription fromIntake;
    private final Subscription fromTriage;

    @Inject
    CasesConsumer(
            Inbox inbox,
            Cases cases,
            Event<CaseKnown> known,
            Event<CaseWithdrawn> withdrawn,
            Event<CaseJudged> judged) {
        this.inbox = inbox;
        this.cases = cases;
        this.known = known;
        this.fromIntake =
                Subscription.of(
                        on("redress.case.registered.v1", CaseRegistered.class, this::register),
                        on(
                                "redress.case.corrected.v1",
                                CaseCorrected.class,
                                (_, corrected) -> cases.correct(corrected)),
                        on(
                                "redress.case.withdrawn.v1",
                                CaseWithdrawn.class,
                                (_, gone) -> withdrawn.fire(gone)));
        this.fromTriage =
                Subscription.of(
                        on(
                                "redress.case.assessed.v1",
                                CaseAssessed.class,
                                (_, assessed) -> {
                                    cases.assess(assessed);
                                    judged.fire(new CaseJudged(assessed.caseId()));
                                }));
    }

    @Incoming("cases")
    @Blocking
    void onCases(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, fromIntake);
    }

    @Incoming("assessments")
    @Blocking
    void onAssessments(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, fromTriage);
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
