package org.redress.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.local.Logins;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * Registers cases as a call-center front end does, in mode TEST so that they never enter a KPI.
 * Every fifth one is an emergency that pages a manager.
 */
final class FrontEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ONE_EMERGENCY_IN = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clock clock = Clock.systemUTC();
    private final URI cases;
    private final Logins logins;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    FrontEnd(Platform platform) {
        this.cases = platform.url(Service.INTAKE).resolve("/api/v1/cases");
        this.logins = platform.logins();
    }

    /** Registers one case and notes when 201 came. */
    void register() {
        long number = count.incrementAndGet();
        var request =
                HttpRequest.newBuilder(cases)
                        .header("Authorization", "Bearer " + logins.token("li.na"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "bench-%d-%d".formatted(hashCode(), number))
                        .POST(
                                BodyPublishers.ofString(
                                        number % ONE_EMERGENCY_IN == 0 ? EMERGENCY : INQUIRY))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            answered.put(caseId(answer.body()), clock.instant());
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

    private static String caseId(String body) throws JsonProcessingException {
        return JSON.readTree(body).path("caseId").asText();
    }

    private static final String EMERGENCY =
            """
            {"channel": "HOTLINE", "mode": "TEST",
             "customer": {"name": "压测顾客", "phone": "+8613800138000", "email": "bench@example.com", "language": "zh-CN"},
             "subject": "电热水壶漏电，手被电伤", "description": "昨晚烧水时触电，手臂烧伤，现在在医院。",
             "flags": {"injuryOrDanger": true}}
            """;
    private static final String INQUIRY =
            """
            {"channel": "WEB_PORTAL", "mode": "TEST",
             "customer": {"name": "Bench Customer", "email": "bench@example.com", "language": "en"},
             "subject": "When does my order arrive?",
             "description": "I ordered a kettle last week and would like to know when it will be delivered."}
            """;
}
