package org.redress.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the demo users, as the call-center front end would get them. */
public final class Logins {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Logins(String issuer) {
        this.issuer = issuer;
    }

    /**
     * An access token that is valid for two more minutes at least; the same one while it is.
     *
     * @param person the id of a demo user, e.g. {@code wang.fang}
     * @throws IllegalStateException when Keycloak refuses
     */
    public String token(String person) {
        return of(person).value();
    }

    Token of(String person) {
        return tokens.computeIfAbsent(
                person, _ -> new Token(() -> ask(person), InstantSource.system()));
    }

    private String ask(String person) {
        Map<String, String> form =
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "redress-front-end",
                        "username",
                        person,
                        "password",
                        Realm.DEMO_PASSWORD);
        return Unchecked.get(() -> {
            HttpResponse<String> answer =
                    Http.send(
                            HttpRequest.newBuilder(
                                            URI.create(issuer + "/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form(form))),
                            LIMIT);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "No token for " + person + ": " + answer.statusCode() + answer.body());
            }
            return Answer.JSON.readTree(answer.body()).path("access_token").asText();
        });
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
