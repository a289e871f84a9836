package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.News;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.PagedMessage;

/** What notification reads of {@code redress.case.resolved.v1}. */
record CaseResolved(
        UUID caseId,
        String caseNumber,
        int round,
        @Nullable String handler,
        String resolution,
        Instant occurredAt) {
    CaseResolved {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(resolution, "resolution");
        requireNonNull(occurredAt, "occurredAt");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    PagedMessage.End end() {
        return new PagedMessage.End(News.Outcome.RESOLVED, handler, occurredAt);
    }

    @Override
    public String toString() {
        return "CaseResolved[" + caseNumber + "]";
    }
}
