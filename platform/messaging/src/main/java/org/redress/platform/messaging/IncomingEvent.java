package org.redress.platform.messaging;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in: the attributes of the CloudEvent, the record's key and the payload's
 * bytes.
 *
 * @param id CloudEvents id; with the source it is unique
 * @param time when it happened; the record's own timestamp where the producer did not say
 * @param extensions CloudEvents extension attributes, lower-case names, and the {@code subject} as
 *     {@link OutgoingEvent} takes it
 * @param data the payload's bytes; null is a tombstone
 */
public record IncomingEvent(
        String id,
        String type,
        String source,
        String topic,
        String key,
        Instant time,
        Map<String, String> extensions,
        byte @Nullable [] data) {

    private static final ThreadLocal<@Nullable IncomingEvent> CURRENT = new ThreadLocal<>();

    /** The event that this thread is applying, if it is: what is published now was caused by it. */
    static @Nullable IncomingEvent current() {
        return CURRENT.get();
    }

    void runAsCurrent(Runnable effect) {
        CURRENT.set(this);
        try {
            effect.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Whether the record erases its key instead of telling something. */
    public boolean isTombstone() {
        return data == null;
    }

    /** An extension attribute, or null where the producer left it out. */
    public @Nullable String extension(String name) {
        return extensions.get(name);
    }

    /**
     * The payload as this record type.
     *
     * @throws UnreadableEvent if it is missing, no JSON, or not valid for the type
     */
    public <T> T as(Class<T> dataType) {
        if (data == null) {
            throw new UnreadableEvent("no payload", null);
        }
        return EventJson.read(data, dataType);
    }
}
