package org.redress.escalation.events;

import java.util.Objects;
import java.util.UUID;

/** A page to who holds the watch will never arrive. */
record AlertPageFailed(UUID alertId, UUID pageId) {

    AlertPageFailed {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(pageId, "pageId");
    }
}
