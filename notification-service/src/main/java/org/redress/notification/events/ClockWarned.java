package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Reminder;
import org.redress.notification.messages.CaseRef;

/**
 * What notification reads of {@code redress.clock.warned.v1}.
 *
 * @param reminds whom the warning tells; nobody where the rule says so
 */
record ClockWarned(
        UUID caseId,
        String caseNumber,
        int round,
        UUID clockId,
        String clock,
        Instant dueAt,
        @Nullable String reminds) {
    ClockWarned {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(clockId, "clockId");
        requireNonNull(clock, "clock");
        requireNonNull(dueAt, "dueAt");
    }

    CaseRef about() {
        return new CaseRef(caseId, caseNumber, round);
    }

    Reminder reminder() {
        return Reminder.soonDue(clock, dueAt);
    }
}
