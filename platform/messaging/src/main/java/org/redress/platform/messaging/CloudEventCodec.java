package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** CloudEvents 1.0 over Kafka in binary content mode, JSON data. */
final class CloudEventCodec {

    private CloudEventCodec() {}

    /** The headers of the record that carries this event. */
    static Map<String, String> headers(
            OutgoingEvent event, String id, String source, Map<String, String> moreExtensions) {
        var builder =
                CloudEventBuilder.v1()
                        .withId(id)
                        .withSource(URI.create(source))
                        .withType(event.type())
                        .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                        .withDataContentType("application/json");
        moreExtensions.forEach(builder::withExtension);
        event.extensions().forEach(builder::withExtension);
        var headers = new LinkedHashMap<String, String>();
        KafkaMessageFactory.createWriter(event.topic())
                .writeBinary(builder.build())
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /**
     * The event in a record.
     *
     * @param topic the one that it came from first
     * @throws UnreadableEvent if the record is not a CloudEvent
     */
    static IncomingEvent read(ConsumerRecord<String, byte[]> message, String topic) {
        var event = cloudEvent(message);
        if (message.key() == null) {
            throw new UnreadableEvent("no key", null);
        }
        var extensions = new HashMap<String, String>();
        event.getExtensionNames()
                .forEach(name ->
                        extensions.put(name, Objects.toString(event.getExtension(name), "")));
        if (event.getSubject() != null) {
            extensions.put("subject", event.getSubject());
        }
        var time = event.getTime();
        return new IncomingEvent(
                event.getId(),
                event.getType(),
                event.getSource().toString(),
                topic,
                message.key(),
                time == null ? Instant.ofEpochMilli(message.timestamp()) : time.toInstant(),
                Map.copyOf(extensions),
                message.value());
    }

    /** Whatever the reading throws is the record's fault: it is a pure function of it. */
    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> message) {
        try {
            return KafkaMessageFactory.createReader(message).toEvent();
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableEvent("not a CloudEvent", e);
        }
    }
}
