package org.redress.local.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was found on a topic.
 *
 * @param text the value as UTF-8; null in a tombstone
 */
public record Message(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Message {
        headers = Map.copyOf(headers);
    }

    static Message of(ConsumerRecord<String, byte[]> found) {
        Map<String, String> headers = new HashMap<>();
        found.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        byte @Nullable [] value = found.value();
        return new Message(
                found.topic(),
                found.partition(),
                found.offset(),
                found.key(),
                headers,
                value == null ? null : new String(value, StandardCharsets.UTF_8));
    }

    /** The CloudEvents type; empty when the message is not an event. */
    public String type() {
        return attribute("type");
    }

    /** A CloudEvents attribute or extension by its name without {@code ce_}; empty if missing. */
    public String attribute(String name) {
        return headers.getOrDefault("ce_" + name, "");
    }

    /** Whether this erases what the topic had for the key. */
    public boolean isTombstone() {
        return text == null;
    }

    /** The value as JSON; a test that asks for it from a tombstone or rubbish fails. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON on " + topic + ": " + text, e);
        }
    }
}
