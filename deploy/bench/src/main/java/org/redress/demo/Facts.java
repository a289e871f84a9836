package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.redress.local.Answer;
import org.redress.local.KafkaLogin;
import org.redress.local.Listener;
import org.redress.local.Unchecked;

/** Reads {@code redress.bi.case-facts} as a BI team would, from now on. */
final class Facts implements AutoCloseable {
    private static final String TOPIC = "redress.bi.case-facts";

    private final InstantSource clock;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Listener listener;

    /**
     * What was told of one case.
     *
     * @param firstAt when its first fact was here
     * @param closedAt when the first one was here that says that the case is closed
     */
    record Told(Instant firstAt, Optional<Instant> closedAt, JsonNode latest) {
        Told(Instant now, JsonNode fact) {
            this(
                    now,
                    Optional.of(now).filter(_ -> fact.path("status").asText().equals("CLOSED")),
                    fact);
        }

        Optional<Instant> assessedAt() {
            return Optional.of(latest.path("assessedAt").asText(""))
                    .filter(at -> !at.isEmpty())
                    .map(Instant::parse);
        }

        Told and(Told later) {
            return new Told(firstAt, closedAt.or(later::closedAt), later.latest);
        }
    }

    /** Begins with the next fact that is published. */
    Facts(KafkaLogin kafka, InstantSource clock) {
        this.clock = clock;
        this.listener = new Listener(kafka, this::note, TOPIC);
    }

    Optional<Told> of(String caseId) {
        return Optional.ofNullable(told.get(caseId));
    }

    private void note(ConsumerRecord<String, byte[]> found) {
        if (found.value() != null) {
            JsonNode fact = Unchecked.get(() -> Answer.JSON.readTree(found.value()));
            told.merge(found.key(), new Told(clock.instant(), fact), Told::and);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
