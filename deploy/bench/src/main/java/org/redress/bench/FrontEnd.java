package org.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.local.Person;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * Registers cases as a call-center front end does, in mode TEST so that they never enter a KPI: the
 * twenty of {@code complaints.jsonl} in turns, of which four are emergencies that page a manager.
 */
final class FrontEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Complaint> COMPLAINTS = complaints();
    private static final Complaint EMERGENCY =
            COMPLAINTS.stream().filter(Complaint::isEmergency).findFirst().orElseThrow();

    private final Clock clock = Clock.systemUTC();
    private final Person agent;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger emergencies = new AtomicInteger();
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    private record Complaint(boolean isEmergency, JsonNode form) {
        static Complaint of(JsonNode told) {
            var form = JSON.createObjectNode();
            form.put("channel", "WEB_PORTAL").put("mode", "TEST");
            form.putObject("customer")
                    .put("name", "压测顾客")
                    .put("email", "bench@example.com")
                    .put("language", told.path("language").asText());
            form.set("subject", told.path("subject"));
            form.set("description", told.path("description"));
            return new Complaint(told.path("emergency").asBoolean(), form);
        }
    }

    FrontEnd(Platform platform) {
        this.agent = platform.person("li.na");
    }

    /** Registers the next case and notes when 201 came. */
    void register() {
        register(COMPLAINTS.get(Math.floorMod(next.getAndIncrement(), COMPLAINTS.size())));
    }

    /** Registers a case that pages a manager. */
    void emergency() {
        register(EMERGENCY);
    }

    private void register(Complaint complaint) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var answer =
                agent.post(Service.INTAKE, "/api/v1/cases", key, complaint.form()).orFail("A case");
        answered.put(answer.body().path("caseId").asText(), clock.instant());
        if (complaint.isEmergency()) {
            emergencies.incrementAndGet();
        }
    }

    /** When each case was answered 201, by its id. */
    Map<String, Instant> answered() {
        return answered;
    }

    /** How many of them page a manager. */
    int emergencies() {
        return emergencies.get();
    }

    private static List<Complaint> complaints() {
        return Unchecked.get(() -> {
            try (var file = FrontEnd.class.getResourceAsStream("complaints.jsonl");
                    var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
                return lines.readAll().stream().map(Complaint::of).toList();
            }
        });
    }
}
