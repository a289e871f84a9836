package org.redress.notification.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.Mode;

/** What happened to a message, told inside the transaction that records it. */
sealed interface DeliveryEvent {
    Instant at();

    /** The mail server took it. */
    record Sent(Message message, Instant at) implements DeliveryEvent {}

    /** An attempt failed; the last one if final. */
    record Failed(Message message, String reason, boolean isFinal, Instant at)
            implements DeliveryEvent {}

    /** The person it called has answered by its link. */
    record Acknowledged(
            UUID messageId,
            Mode mode,
            @Nullable String orgUnit,
            UUID caseId,
            String caseNumber,
            int round,
            String personId,
            String roleId,
            String pageId,
            String escalationId,
            Instant at)
            implements DeliveryEvent {}
}
