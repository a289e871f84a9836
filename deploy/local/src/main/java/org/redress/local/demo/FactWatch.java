package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.redress.local.Failure;
import org.redress.local.KafkaLogin;
import org.redress.local.Listener;

/** Reads {@code redress.bi.case-facts} as a BI team would, from now on. */
final class FactWatch implements AutoCloseable {
    private static final String TOPIC = "redress.bi.case-facts";

    // Held here, for a logger that nobody holds forgets its level.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Listener listener;

    /**
     * What the demo reads of {@code redress.bi.case-fact}. Of an assessment that has not come yet
     * the words are empty.
     */
    record Fact(
            String caseClass,
            String category,
            String severity,
            String responseLevel,
            String ownerUnit,
            String status,
            Optional<Instant> assessedAt) {

        static Fact of(JsonNode told) {
            return new Fact(
                    told.path("caseClass").asText(),
                    told.path("category").asText(),
                    told.path("severity").asText(),
                    told.path("responseLevel").asText(),
                    told.path("ownerUnit").asText(),
                    told.path("status").asText(),
                    Optional.of(told.path("assessedAt").asText())
                            .filter(at -> !at.isEmpty())
                            .map(Instant::parse));
        }
    }

    /**
     * The facts of one case.
     *
     * @param firstAt when its first one was here
     * @param closedAt when the first one was here that says that the case is closed
     */
    record Seen(Instant firstAt, Optional<Instant> closedAt, Fact latest) {
        static Seen of(Fact fact, Instant now) {
            return new Seen(
                    now, Optional.of(now).filter(_ -> fact.status().equals("CLOSED")), fact);
        }

        Seen and(Seen later) {
            return new Seen(firstAt, closedAt.or(later::closedAt), later.latest());
        }
    }

    /** Begins with the next fact that is published. */
    FactWatch(KafkaLogin kafka, InstantSource clock) {
        KAFKA.setLevel(Level.SEVERE);
        this.clock = clock;
        this.listener = new Listener(kafka, this::note, TOPIC);
    }

    Optional<Seen> of(String caseId) {
        return Optional.ofNullable(seen.get(caseId));
    }

    private void note(ConsumerRecord<String, byte[]> found) {
        if (found.value() == null) {
            return;
        }
        try {
            Fact fact = Fact.of(Json.read(found.value()));
            seen.merge(found.key(), Seen.of(fact, clock.instant()), Seen::and);
        } catch (IOException e) {
            throw new Failure("What is on " + TOPIC + " is no JSON.", e);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
