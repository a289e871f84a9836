package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Reminder;
import org.redress.notification.messages.CaseRef;

/** What notification reads of {@code redress.notice.given.v1}. */
record NoticeGiven(
        UUID caseId,
        String caseNumber,
        int round,
        String personId,
        String occasion,
        @Nullable Instant dueAt) {
    NoticeGiven {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(personId, "personId");
        requireNonNull(occasion, "occasion");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    Reminder reminder() {
        return Reminder.of(occasion, dueAt);
    }
}
