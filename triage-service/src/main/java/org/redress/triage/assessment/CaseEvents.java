package org.redress.triage.assessment;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;
import org.redress.triage.cases.CaseCorrected;
import org.redress.triage.cases.CaseRegistered;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;

/** What intake tells of cases. */
@ApplicationScoped
class CaseEvents {

    private final Inbox inbox;
    private final TriageDesk desk;
    private final Subscription cases =
            Subscription.of(
                    on(CaseRegistered.TYPE, CaseRegistered.class, this::onRegistered),
                    on(CaseCorrected.TYPE, CaseCorrected.class, this::onCorrected));

    CaseEvents(Inbox inbox, TriageDesk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @Incoming("cases")
    @Blocking
    public void onCases(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, cases);
    }

    private void onRegistered(IncomingEvent event, CaseRegistered registered) {
        var unit = Optional.ofNullable(event.extension("orgunit")).map(Unit::new).orElse(Unit.TOP);
        var mode =
                Optional.ofNullable(event.extension("mode")).map(Mode::valueOf).orElse(Mode.REAL);
        desk.assess(
                new CaseFile(
                        registered.caseId(),
                        registered.caseNumber(),
                        mode,
                        registered.round(),
                        registered.facts(unit)));
    }

    private void onCorrected(IncomingEvent event, CaseCorrected corrected) {
        desk.reassess(corrected);
    }
}
