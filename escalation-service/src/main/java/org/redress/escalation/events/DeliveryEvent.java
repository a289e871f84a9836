package org.redress.escalation.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.paging.Via;

/** What is read of the topic redress.deliveries. */
sealed interface DeliveryEvent {

    record MessageAcknowledged(UUID pageId, UUID escalationId, PersonId personId, Via via)
            implements DeliveryEvent {
        public MessageAcknowledged {
            Objects.requireNonNull(pageId, "pageId");
            Objects.requireNonNull(escalationId, "escalationId");
            Objects.requireNonNull(personId, "personId");
            Objects.requireNonNull(via, "via");
        }
    }

    /** Of interest only if it is about a page. */
    record MessageSent(UUID messageId, @Nullable UUID pageId) implements DeliveryEvent {
        public MessageSent {
            Objects.requireNonNull(messageId, "messageId");
        }
    }

    /** Of interest only if it is about a page. */
    record MessageFailed(
            @Nullable UUID pageId, @JsonProperty(value = "final", required = true) boolean isFinal)
            implements DeliveryEvent {}
}
