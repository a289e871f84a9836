package org.redress.intake.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.intake.progress.Assessment;
import org.redress.intake.progress.Progress;
import org.redress.platform.messaging.Subscription;

/** Triage tells how a case is judged. */
@ApplicationScoped
class AssessmentEvents implements Subscription {

    private final Progress progress;

    AssessmentEvents(Progress progress) {
        this.progress = progress;
    }

    @Override
    public String topic() {
        return "redress.assessments";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.case.assessed.v1",
                        Assessment.class,
                        (_, assessment) -> progress.tell(assessment)));
    }
}
