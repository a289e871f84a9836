package org.redress.notification.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been committed may be something to do for whoever sends. */
public sealed interface MessageParked {
    /**
     * It is due, now or at that time.
     *
     * @param awaited its case, if another message has waited for that one to be heard of
     */
    record Due(Instant at, @Nullable UUID awaited) implements MessageParked {}

    /** It waits for something of this case: whatever is written down at this moment, perhaps. */
    record Waiting(UUID caseId) implements MessageParked {}
}
