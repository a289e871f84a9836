package org.redress.notification.messages;

import java.time.Instant;

/** What happened to a message, told inside the transaction that records it. */
public sealed interface DeliveryEvent {
    Instant at();

    /** The mail server took it. */
    record Sent(Message message, Instant at) implements DeliveryEvent {}

    /** An attempt failed; the last one if final. */
    record Failed(Message message, String reason, boolean isFinal, Instant at)
            implements DeliveryEvent {}

    /** The person it called has answered by its link. */
    record Acknowledged(PagedMessage page, Instant at) implements DeliveryEvent {}
}
