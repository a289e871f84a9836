package org.redress.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** One person at the REST API of one service. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final URI service;
    private final Token token;

    Api(HttpClient http, URI service, Token token) {
        this.http = http;
        this.service = service;
        this.token = token;
    }

    /** Connections are kept and shared: one client for all. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Reads.
     *
     * @throws IOException when the service can't be reached
     */
    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /**
     * Writes.
     *
     * @param headers such as Idempotency-Key and If-Match
     * @throws IOException when the service can't be reached
     */
    Answer post(String path, Map<String, String> headers, JsonNode body) throws IOException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return send(
                body.isMissingNode()
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(LIMIT);
    }

    /** A token that was refused, because it is over, is renewed once. */
    private Answer send(HttpRequest.Builder request) throws IOException {
        String bearer = token.value();
        Answer answer = send(request, bearer);
        return answer.status() == UNAUTHORIZED ? send(request, token.insteadOf(bearer)) : answer;
    }

    private Answer send(HttpRequest.Builder request, String bearer) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.setHeader("Authorization", "Bearer " + bearer).build(),
                            BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    json(answer.body()),
                    answer.headers().firstValue("ETag").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
