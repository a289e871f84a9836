package org.redress.platform.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out: a CloudEvent and where it goes.
 *
 * @param topic the Kafka topic
 * @param key the record's key; events of one key keep their order
 * @param type the CloudEvents type, version included
 * @param time when it happened (CloudEvents {@code time})
 * @param extensions CloudEvents extension attributes, lower-case names
 * @param data the payload, written as JSON; null is a tombstone
 */
public record OutgoingEvent(
        String topic,
        String key,
        String type,
        Instant time,
        Map<String, String> extensions,
        @Nullable Object data) {

    public OutgoingEvent {
        requireNonNull(topic, "topic");
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(time, "time");
        extensions = Map.copyOf(extensions);
    }

    /** An event of this type with this payload; say where it goes with {@link Draft#to}. */
    public static Draft of(String type, Object data) {
        return new Draft(type, data);
    }

    /** A record without a value: on a compacted topic it erases what the key had. */
    public static Draft tombstone(String type) {
        return new Draft(type, null);
    }

    /** The same event with one more extension attribute. */
    public OutgoingEvent with(String extension, String value) {
        var more = new HashMap<>(extensions);
        more.put(extension, value);
        return new OutgoingEvent(topic, key, type, time, more, data);
    }

    /** An event that does not know yet where it goes. */
    public record Draft(String type, @Nullable Object data) {

        /** Names topic and key. */
        public Addressed to(String topic, String key) {
            return new Addressed(this, topic, key);
        }
    }

    /** An event that does not know yet when it happened. */
    public record Addressed(Draft draft, String topic, String key) {

        /** Names the instant at which it happened. */
        public OutgoingEvent at(Instant time) {
            return new OutgoingEvent(topic, key, draft.type, time, Map.of(), draft.data);
        }
    }
}
