package org.redress.platform.messaging;

import org.jspecify.annotations.Nullable;

/** An event that its transaction is still to write into the outbox. */
record UnsentRow(
        String eventId, String topic, String key, String headersJson, byte @Nullable [] payload) {

    UnsentRow {
        if (key.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the key holds a character that no row can keep");
        }
    }
}
