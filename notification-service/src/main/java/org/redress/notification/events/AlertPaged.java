package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.AlertPage;

/** What notification reads of {@code redress.alert.paged.v1}. */
record AlertPaged(
        UUID alertId,
        UUID pageId,
        String kind,
        String service,
        String thing,
        String reason,
        int count,
        Instant since,
        @Nullable String caseNumber,
        int step,
        int repeat,
        String roleId,
        String holder,
        String personId,
        String unit,
        Instant acknowledgeBy) {
    AlertPaged {
        requireNonNull(alertId, "alertId");
        requireNonNull(pageId, "pageId");
        requireNonNull(kind, "kind");
        requireNonNull(service, "service");
        requireNonNull(thing, "thing");
        requireNonNull(reason, "reason");
        requireNonNull(since, "since");
        requireNonNull(roleId, "roleId");
        requireNonNull(holder, "holder");
        requireNonNull(personId, "personId");
        requireNonNull(unit, "unit");
        requireNonNull(acknowledgeBy, "acknowledgeBy");
    }

    AlertPage page() {
        return new AlertPage(
                pageId.toString(),
                alertId.toString(),
                kind,
                service,
                thing,
                reason,
                count,
                since,
                caseNumber,
                unit,
                roleId,
                holder,
                step,
                repeat,
                acknowledgeBy);
    }
}
