package org.redress.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.redress.local.Platform;
import org.redress.local.Service;

/** Somebody of staff at a front end: every call carries their token. */
final class Person {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final String id;
    private final int instance;

    private Person(Platform platform, String id, int instance) {
        this.platform = platform;
        this.id = id;
        this.instance = instance;
    }

    static Person named(String id, Platform platform) {
        return new Person(platform, id, 1);
    }

    /** The same person, whose calls go to the first, second and so on of each service. */
    Person at(int other) {
        return new Person(platform, id, other);
    }

    /** What an answer was. */
    record Answer(int status, String etag, String retryAfter, JsonNode body) {

        Answer expect(int expected) {
            Assertions.assertThat(status).as("answer %s", body).isEqualTo(expected);
            return this;
        }
    }

    Answer get(Service service, String path) {
        return send(request(service, path).GET());
    }

    Answer post(Service service, String path, String body) {
        return post(service, path, UUID.randomUUID().toString(), body);
    }

    Answer delete(Service service, String path) {
        return send(request(service, path).header("Access-Reason", "test").DELETE());
    }

    /** The same key is the same case, however often it is sent. */
    Answer post(Service service, String path, String key, String body) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Registers a case and gives back its number. */
    String register(String body) {
        return post(Service.INTAKE, "/api/v1/cases", body)
                .expect(201)
                .body()
                .path("caseNumber")
                .asText();
    }

    /** Reads the handling of a case and then changes what was read. */
    Answer work(String number, String what, String body) {
        var seen = get(Service.ESCALATION, "/api/v1/cases/" + number + "/handling").expect(200);
        return change(
                Service.ESCALATION, "/api/v1/cases/" + number + "/" + what, seen.etag(), body);
    }

    /** Puts something in the place of what was read with this tag. */
    Answer replace(Service service, String path, String etag, String body) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** Changes what was read with this tag. */
    Answer change(Service service, String path, String etag, String body) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", etag)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(platform.url(service, instance) + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + platform.token(id));
    }

    private static Answer send(HttpRequest.Builder request) {
        var answer = exchange(request);
        try {
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
