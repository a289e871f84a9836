package org.redress.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.local.Logins;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * Registers cases as a call-center front end does, in mode TEST so that they never enter a KPI: the
 * twenty of {@code complaints.jsonl} in turns, of which four are emergencies that page a manager.
 */
final class FrontEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Complaint> COMPLAINTS = complaints();
    private static final Complaint EMERGENCY =
            COMPLAINTS.stream().filter(Complaint::isEmergency).findFirst().orElseThrow();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clock clock = Clock.systemUTC();
    private final URI cases;
    private final Logins logins;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger emergencies = new AtomicInteger();
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    private record Complaint(boolean isEmergency, String body) {

        static Complaint of(String line) {
            try {
                JsonNode complaint = JSON.readTree(line);
                var customer = JSON.createObjectNode();
                customer.put("name", "压测顾客")
                        .put("email", "bench@example.com")
                        .put("language", complaint.path("language").asText());
                var body = JSON.createObjectNode();
                body.put("channel", "WEB_PORTAL").put("mode", "TEST");
                body.set("customer", customer);
                body.set("subject", complaint.path("subject"));
                body.set("description", complaint.path("description"));
                return new Complaint(
                        complaint.path("emergency").asBoolean(), JSON.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    FrontEnd(Platform platform) {
        this.cases = platform.url(Service.INTAKE).resolve("/api/v1/cases");
        this.logins = platform.logins();
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
        var request =
                HttpRequest.newBuilder(cases)
                        .header("Authorization", "Bearer " + logins.token("li.na"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(complaint.body()))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            answered.put(JSON.readTree(answer.body()).path("caseId").asText(), clock.instant());
            if (complaint.isEmergency()) {
                emergencies.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        try (var file = FrontEnd.class.getResourceAsStream("complaints.jsonl")) {
            List<Complaint> all = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> all.add(Complaint.of(line)));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
