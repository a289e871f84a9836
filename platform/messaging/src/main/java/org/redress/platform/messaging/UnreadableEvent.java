package org.redress.platform.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A record that will never be readable here, however often it is tried: not a CloudEvent, not JSON,
 * or a payload that its type refuses. The inbox moves it to the dead letters and goes on.
 */
public final class UnreadableEvent extends RuntimeException {

    /** Says why; the reason travels with the dead letter and so holds no payload. */
    public UnreadableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
