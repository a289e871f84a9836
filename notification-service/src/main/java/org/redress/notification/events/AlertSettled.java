package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What notification reads of {@code redress.alert.settled.v1}. */
record AlertSettled(UUID alertId, String outcome, @Nullable String personId, Instant occurredAt) {
    AlertSettled {
        requireNonNull(alertId, "alertId");
        requireNonNull(outcome, "outcome");
        requireNonNull(occurredAt, "occurredAt");
    }

    /** Who took it, if somebody did and not merely every step has passed. */
    boolean isTaken() {
        return outcome.equals("ACKNOWLEDGED") && personId != null;
    }
}
