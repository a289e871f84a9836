package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.CaseRef;

/** What notification reads of {@code redress.escalation.raised.v1}. */
record EscalationRaised(
        UUID caseId,
        String caseNumber,
        int round,
        String escalationId,
        String pageId,
        String personId,
        String unit,
        String roleId,
        String holder,
        int step,
        int repeat,
        String severity,
        String category,
        String trigger,
        @Nullable String clock,
        @Nullable Instant clockDueAt,
        Instant acknowledgeBy,
        @Nullable List<Page.Next> next) {
    EscalationRaised {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(escalationId, "escalationId");
        requireNonNull(pageId, "pageId");
        requireNonNull(personId, "personId");
        requireNonNull(unit, "unit");
        requireNonNull(roleId, "roleId");
        requireNonNull(holder, "holder");
        requireNonNull(severity, "severity");
        requireNonNull(category, "category");
        requireNonNull(trigger, "trigger");
        requireNonNull(acknowledgeBy, "acknowledgeBy");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    Page page() {
        return new Page(
                pageId,
                unit,
                roleId,
                holder,
                step,
                repeat,
                severity,
                category,
                trigger,
                clock,
                clockDueAt,
                acknowledgeBy,
                next == null ? List.of() : next);
    }
}
