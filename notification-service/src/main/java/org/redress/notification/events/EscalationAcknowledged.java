package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What notification reads of {@code redress.escalation.acknowledged.v1}. */
record EscalationAcknowledged(
        String escalationId, String personId, String via, Instant occurredAt) {
    EscalationAcknowledged {
        requireNonNull(escalationId, "escalationId");
        requireNonNull(personId, "personId");
        requireNonNull(via, "via");
        requireNonNull(occurredAt, "occurredAt");
    }
}
