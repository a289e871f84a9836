package org.redress.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests over HTTP/1.1; connections are kept and shared by all of this JVM. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Http() {}

    static boolean isOk(String url) {
        try {
            return send(HttpRequest.newBuilder(URI.create(url)), LIMIT).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Sends it, and gives up after this time. */
    public static HttpResponse<String> send(HttpRequest.Builder request, Duration limit)
            throws IOException {
        try {
            return CLIENT.send(request.timeout(limit).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** A form as a browser sends it ({@code application/x-www-form-urlencoded}). */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
