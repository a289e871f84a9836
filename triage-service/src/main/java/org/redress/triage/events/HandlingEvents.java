package org.redress.triage.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.platform.messaging.Subscription;
import org.redress.triage.assessment.TriageDesk;

/** Escalation tells which cases their unit gives back, to be judged anew. */
@ApplicationScoped
class HandlingEvents implements Subscription {

    private final TriageDesk desk;

    HandlingEvents(TriageDesk desk) {
        this.desk = desk;
    }

    @Override
    public String topic() {
        return "redress.handling";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.case.handed-over.v1",
                        CaseHandedOver.class,
                        (_, passed) -> {
                            if (passed.isReturn()) {
                                desk.takeBack(passed.caseId(), passed.returned());
                            }
                        }));
    }
}
