package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter on its way.
 *
 * @param origin the topic from which the event came first, not the one on which it was retried
 * @param correlation what it concerns, if it says so
 */
record Letter(String origin, @Nullable UUID correlation, ProducerRecord<String, byte[]> message) {

    static final String COLUMN = "dead-letter.value";

    static final String PREFIX = "dead-letter-";
    static final String TOPIC = PREFIX + "topic";
    static final String PARTITION = PREFIX + "partition";
    static final String OFFSET = PREFIX + "offset";
    static final String REASON = PREFIX + "reason";

    /** The subject under whose key the value is sealed; missing where there is no value. */
    static final String SEALED_FOR = PREFIX + "sealed-for";

    /** Why there is no value: {@code too-large}, {@code erased}. */
    static final String VALUE = PREFIX + "value";

    private static final int LONGEST_REASON = 500;

    static Letter of(
            ConsumerRecord<String, byte[]> message,
            String service,
            String reason,
            Sealing sealing) {
        var origin = origin(message, service);
        var correlation = text(message.headers(), "ce_correlationid");
        var subject = Sealing.subject(correlation, message.key());
        var sealed = sealing.seal(subject, message.value());
        var letter = new ProducerRecord<>(topic(origin, service), message.key(), sealed);
        for (var header : message.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                letter.headers().add(header.key(), valueOf(header));
            }
        }
        var retried = !origin.equals(message.topic());
        add(letter, TOPIC, origin);
        add(letter, PARTITION, first(retried, message, PARTITION, message.partition()));
        add(letter, OFFSET, first(retried, message, OFFSET, message.offset()));
        add(letter, REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        if (sealed != null) {
            add(letter, SEALED_FOR, subject.toString());
        } else if (message.value() != null) {
            add(letter, VALUE, "erased");
        }
        return new Letter(origin, Sealing.uuid(correlation), letter);
    }

    /** Where the dead letters of a service lie that came from a topic. */
    static String topic(String origin, String service) {
        return "%s.%s.dlq".formatted(origin, service);
    }

    /** The topic of the event; of a retried one the one that it first came from. */
    static String origin(ConsumerRecord<?, ?> message, String service) {
        var retry = retryTopic("", service);
        return message.topic().endsWith(retry)
                ? message.topic().substring(0, message.topic().length() - retry.length())
                : message.topic();
    }

    static String retryTopic(String topic, String service) {
        return "%s.%s.retry".formatted(topic, service);
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    Letter withoutValue() {
        return copy(true, message.key());
    }

    /** Only where it lies and why. */
    Letter bare() {
        return copy(false, null);
    }

    private Letter copy(boolean withHeaders, @Nullable String key) {
        var letter = new ProducerRecord<String, byte[]>(message.topic(), key, null);
        for (var header : message.headers()) {
            if (withHeaders || header.key().startsWith(PREFIX)) {
                letter.headers().add(header);
            }
        }
        letter.headers().remove(SEALED_FOR);
        letter.headers().remove(VALUE);
        add(letter, VALUE, "too-large");
        return new Letter(origin, correlation, letter);
    }

    /** A header without a value would break whoever reads the letter, as it broke us. */
    private static byte[] valueOf(Header header) {
        return header.value() == null ? new byte[0] : header.value();
    }

    private static String first(
            boolean retried, ConsumerRecord<?, ?> message, String header, long here) {
        var before = retried ? text(message.headers(), header) : null;
        return before == null ? Long.toString(here) : before;
    }

    private static void add(ProducerRecord<?, ?> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
