package org.redress.notification.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;

/** An event of {@code redress.deliveries}, as it stands in {@code contracts/notification}. */
sealed interface PublishedDelivery {
    /** The type of the event, as the contracts call it. */
    String type();

    /** Which message it is about: its key. */
    UUID messageId();

    /** Who or what did it. */
    record Actor(String kind, @Nullable String role, String id) {}

    /** An attempt: with a reason if it failed, and then whether it was the last. */
    record Attempt(
            UUID caseId,
            String caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            Purpose purpose,
            String channel,
            Recipient recipient,
            int attempt,
            @Nullable String pageId,
            @Nullable String escalationId,
            @Nullable String reason,
            @JsonProperty("final") @Nullable Boolean isFinal)
            implements PublishedDelivery {
        @Override
        public String type() {
            return isFinal == null ? "redress.message.sent.v1" : "redress.message.failed.v1";
        }
    }

    /** Somebody who was called has answered by the link. */
    record Acknowledgment(
            UUID caseId,
            String caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            String pageId,
            String escalationId,
            String personId,
            String via)
            implements PublishedDelivery {
        @Override
        public String type() {
            return "redress.message.acknowledged.v1";
        }
    }

    /** Who holds the watch has answered by the link. */
    record AlertAcknowledgment(
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            String pageId,
            String alertId,
            String personId,
            String via)
            implements PublishedDelivery {
        @Override
        public String type() {
            return "redress.alert-page.acknowledged.v1";
        }
    }

    /** Who holds the watch is not reached. */
    record AlertFailure(
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            String pageId,
            String alertId,
            String personId,
            String reason)
            implements PublishedDelivery {
        @Override
        public String type() {
            return "redress.alert-page.failed.v1";
        }
    }
}
