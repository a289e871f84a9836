package org.redress.intake.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.redress.intake.cases.CaseId;

/**
 * What intake reads of {@code redress.message.sent} and {@code failed}.
 *
 * @param isFinal whether a failure is the last; absent on what was sent
 */
record DeliveryAttempted(
        UUID messageId,
        CaseId caseId,
        String purpose,
        String channel,
        int attempt,
        Instant occurredAt,
        Instant recordedAt,
        @JsonProperty("final") boolean isFinal) {

    DeliveryAttempted {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Whether the customer is the one it goes to; pages to staff are no part of this view. */
    boolean isForCustomer() {
        return purpose.startsWith("CUSTOMER_");
    }
}
