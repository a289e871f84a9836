package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.News;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.PagedMessage;

/** What notification reads of {@code redress.case.closed.v1}. */
record CaseClosed(
        UUID caseId,
        String caseNumber,
        int round,
        String closedAs,
        @Nullable String words,
        @Nullable String duplicateOf,
        Instant occurredAt) {
    CaseClosed {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(closedAs, "closedAs");
        requireNonNull(occurredAt, "occurredAt");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    /** What the customer hears; of a duplicate it ends with the number of the other case. */
    @Nullable String told() {
        return words == null || duplicateOf == null ? words : words + "\n→ " + duplicateOf;
    }

    @Override
    public String toString() {
        return "CaseClosed[" + caseNumber + "]";
    }

    PagedMessage.End end() {
        var outcome = closedAs.equals("WITHDRAWN") ? News.Outcome.WITHDRAWN : News.Outcome.CLOSED;
        return new PagedMessage.End(outcome, null, occurredAt);
    }
}
