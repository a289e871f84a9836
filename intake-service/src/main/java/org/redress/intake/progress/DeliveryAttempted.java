package org.redress.intake.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.progress.Delivery.State;

/**
 * What intake reads of {@code redress.message.sent} and {@code failed}.
 *
 * @param isFinal whether a failure is the last; absent on what was sent
 */
public record DeliveryAttempted(
        UUID messageId,
        CaseId caseId,
        String purpose,
        String channel,
        int attempt,
        Instant occurredAt,
        @JsonProperty("final") @Nullable Boolean isFinal) {

    public DeliveryAttempted {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    /** What became of it if it is told that it failed. */
    public State stateWhenFailed() {
        return Boolean.TRUE.equals(isFinal) ? State.FAILED : State.RETRYING;
    }

    /** Whether the customer is the one it goes to; pages to staff are no part of this view. */
    boolean isForCustomer() {
        return purpose.startsWith("CUSTOMER_");
    }
}
