package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.NewPromise;
import org.redress.notification.messages.CaseRef;

/** What notification reads of {@code redress.case.promise-changed.v1}. */
record PromiseChanged(
        UUID caseId,
        String caseNumber,
        int round,
        Milestone.Kind milestone,
        @Nullable Instant promisedAt,
        Instant dueAt,
        String reason) {
    PromiseChanged {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(milestone, "milestone");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(reason, "reason");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    NewPromise promise() {
        var later = promisedAt != null && promisedAt.isBefore(dueAt);
        return new NewPromise(milestone, dueAt, later, reason);
    }

    @Override
    public String toString() {
        return "PromiseChanged[" + caseNumber + "]";
    }
}
