package org.redress.escalation.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.paging.Page;
import org.redress.escalation.watch.Alert;

/** The payloads on the topic redress.alerts, as contracts/escalation has them. */
sealed interface PublishedAlert {

    /** The type of the event. */
    String type();

    /** What every event of an alert says. */
    record About(UUID alertId, Instant occurredAt, Instant recordedAt, Actor actor) {}

    record AlertPaged(
            @JsonUnwrapped About about,
            UUID pageId,
            String kind,
            String service,
            String thing,
            String reason,
            int count,
            Instant since,
            @Nullable UUID caseId,
            int step,
            int repeat,
            String roleId,
            Holder holder,
            PersonId personId,
            UnitPath unit,
            Instant acknowledgeBy)
            implements PublishedAlert {

        static AlertPaged of(About about, Alert alert, Page page) {
            return new AlertPaged(
                    about,
                    page.id(),
                    alert.kind(),
                    alert.service(),
                    alert.thing(),
                    alert.reason(),
                    alert.count(),
                    alert.since(),
                    alert.caseId(),
                    page.rung().step(),
                    page.rung().repeat(),
                    page.role(),
                    page.rung().holder(),
                    page.person(),
                    page.unit(),
                    page.acknowledgeBy());
        }

        @Override
        public String type() {
            return "redress.alert.paged.v1";
        }
    }

    record AlertSettled(
            @JsonUnwrapped About about,
            Alert.State outcome,
            @Nullable PersonId personId,
            List<Told> pages)
            implements PublishedAlert {

        /** Somebody who was paged, and by which page. */
        record Told(UUID pageId, PersonId personId) {}

        static AlertSettled of(About about, Alert alert) {
            return new AlertSettled(
                    about,
                    alert.state(),
                    alert.acknowledgedBy().orElse(null),
                    alert.pages().stream()
                            .map(page -> new Told(page.id(), page.person()))
                            .toList());
        }

        @Override
        public String type() {
            return "redress.alert.settled.v1";
        }
    }
}
