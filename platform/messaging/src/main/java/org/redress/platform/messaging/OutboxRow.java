package org.redress.platform.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event that waits in the outbox. */
record OutboxRow(
        long seq,
        String topic,
        String key,
        Map<String, String> headers,
        byte @Nullable [] payload) {}
