package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage;

/**
 * What notification reads of {@code redress.case.withdrawn.v1}; the reason is none of its business.
 */
record CaseWithdrawn(UUID caseId, int round, Instant occurredAt) {
    CaseWithdrawn {
        requireNonNull(caseId, "caseId");
        requireNonNull(occurredAt, "occurredAt");
    }

    PagedMessage.End end() {
        return new PagedMessage.End(News.Outcome.WITHDRAWN, null, occurredAt);
    }
}
