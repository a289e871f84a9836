package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage;

/** What notification reads of {@code redress.case.closed.v1}. */
record CaseClosed(UUID caseId, int round, String closedAs, Instant occurredAt) {
    CaseClosed {
        requireNonNull(caseId, "caseId");
        requireNonNull(closedAs, "closedAs");
        requireNonNull(occurredAt, "occurredAt");
    }

    PagedMessage.End end() {
        var outcome = closedAs.equals("WITHDRAWN") ? News.Outcome.WITHDRAWN : News.Outcome.CLOSED;
        return new PagedMessage.End(outcome, null, occurredAt);
    }
}
