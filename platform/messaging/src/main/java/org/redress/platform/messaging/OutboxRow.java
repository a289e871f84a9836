package org.redress.platform.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits in the outbox.
 *
 * @param headersJson the record's headers as they stand in the row; read only when it is sent, so
 *     that a broken row is nobody else's trouble
 */
record OutboxRow(
        long seq, String topic, String key, String headersJson, byte @Nullable [] payload) {

    Map<String, String> headers() {
        return EventJson.readHeaders(headersJson);
    }

    /** What keeps its order. */
    String lane() {
        return topic + ' ' + key;
    }
}
