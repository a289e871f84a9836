package org.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.redress.local.KafkaLogin;
import org.redress.local.Listener;

/**
 * Listens on the topics from now on and notes when a manager's mail and a case's fact are there.
 */
final class Arrivals implements AutoCloseable {

    private static final String DELIVERIES = "redress.deliveries";
    private static final String FACTS = "redress.bi.case-facts";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Instant> mails = new ConcurrentHashMap<>();
    private final Map<String, Instant> facts = new ConcurrentHashMap<>();
    private final Listener listener;

    Arrivals(KafkaLogin login) {
        listener = new Listener(login, this::note, DELIVERIES, FACTS);
    }

    /** When the SMTP server took the first page of a case, as notification saw it. */
    Map<String, Instant> mails() {
        return mails;
    }

    /** When the first fact of a case could be read here. */
    Map<String, Instant> facts() {
        return facts;
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        if (message.topic().equals(FACTS)) {
            facts.putIfAbsent(message.key(), clock.instant());
            return;
        }
        JsonNode delivery = read(message.value());
        if (delivery.path("purpose").asText().equals("ESCALATION_PAGE")
                && type(message).equals("redress.message.sent.v1")) {
            mails.putIfAbsent(
                    delivery.path("caseId").asText(),
                    Instant.parse(delivery.path("occurredAt").asText()));
        }
    }

    private static String type(ConsumerRecord<String, byte[]> message) {
        return new String(
                message.headers().lastHeader("ce_type").value(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
