package org.redress.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the demo users, as the call-center front end would get them. */
public final class Logins {

    private static final ObjectMapper JSON = new ObjectMapper();

    // A token is valid for five minutes.
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(3);

    private final URI issuer;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, long renewAt) {}

    Logins(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * An access token that is valid for two more minutes at least; the same one while it is.
     *
     * @param person the id of a demo user, e.g. {@code wang.fang}
     * @throws IllegalStateException when Keycloak refuses
     */
    public String token(String person) {
        return kept.compute(
                        person,
                        (_, earlier) ->
                                earlier != null && System.nanoTime() - earlier.renewAt() < 0
                                        ? earlier
                                        : fresh(person))
                .token();
    }

    private Kept fresh(String person) {
        return new Kept(ask(person), System.nanoTime() + RENEWED_AFTER.toNanos());
    }

    private String ask(String person) {
        String form =
                form(
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "redress-front-end",
                                "username",
                                person,
                                "password",
                                KeycloakComponent.DEMO_PASSWORD));
        try {
            HttpResponse<String> answer =
                    Http.send(
                            HttpRequest.newBuilder(
                                            URI.create(issuer + "/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form)));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "No token for " + person + ": " + answer.statusCode() + answer.body());
            }
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
