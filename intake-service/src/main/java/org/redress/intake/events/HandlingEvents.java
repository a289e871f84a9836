package org.redress.intake.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.redress.intake.cases.Status;
import org.redress.intake.erasure.ErasureDesk;
import org.redress.intake.progress.ClockChanged;
import org.redress.intake.progress.HandlingChanged;
import org.redress.intake.progress.Progress;
import org.redress.platform.messaging.Subscription;

/** Escalation tells how a case is handled and how its clocks stand. */
@ApplicationScoped
class HandlingEvents implements Subscription {

    private final Progress progress;
    private final ErasureDesk erasure;

    HandlingEvents(Progress progress, ErasureDesk erasure) {
        this.progress = progress;
        this.erasure = erasure;
    }

    @Override
    public String topic() {
        return "redress.handling";
    }

    @Override
    public List<Reaction> reactions() {
        return Stream.concat(
                        Stream.of("assigned", "progressed", "resolved", "reopened", "closed")
                                .map(step ->
                                        on(
                                                "redress.case.%s.v1".formatted(step),
                                                HandlingChanged.class,
                                                (_, change) -> changed(change))),
                        Stream.of(
                                        "started",
                                        "warned",
                                        "breached",
                                        "met",
                                        "paused",
                                        "resumed",
                                        "extended",
                                        "rebased")
                                .map(step ->
                                        on(
                                                "redress.clock.%s.v1".formatted(step),
                                                ClockChanged.class,
                                                (_, change) -> progress.tell(change))))
                .toList();
    }

    private void changed(HandlingChanged change) {
        progress.tell(change);
        if (change.status() == Status.CLOSED) {
            erasure.tellAgainIfErased(change.caseId());
        }
    }
}
