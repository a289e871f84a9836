package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.cases.Cases;
import org.redress.platform.messaging.Subscription;

/** Triage tells how a case is judged. */
@ApplicationScoped
class AssessmentEvents implements Subscription {

    private final Cases cases;
    private final Event<CaseJudged> judged;

    AssessmentEvents(Cases cases, Event<CaseJudged> judged) {
        this.cases = cases;
        this.judged = judged;
    }

    @Override
    public String topic() {
        return "redress.assessments";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(on("redress.case.assessed.v1", CaseAssessed.class, (_, it) -> assess(it)));
    }

    private void assess(CaseAssessed assessed) {
        cases.assess(assessed.asNews());
        judged.fire(new CaseJudged(assessed.caseId()));
    }
}
