package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The access token of one person, renewed in time before it ends. */
final class Token implements Supplier<String> {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration IN_TIME = Duration.ofMinutes(2);

    private final Supplier<JsonNode> login;
    private final InstantSource clock;
    private String current = "";
    private Instant endsAt = Instant.MIN;

    /** With a login that is answered by a token and its life in seconds (RFC 6749, 5.1). */
    Token(Supplier<JsonNode> login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    /** Of a demo user, as the call-center front end would get it. */
    static Token of(String person, String issuer) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        Http.form(
                                                Map.of(
                                                        "grant_type",
                                                        "password",
                                                        "client_id",
                                                        "redress-front-end",
                                                        "username",
                                                        person,
                                                        "password",
                                                        Realm.DEMO_PASSWORD))));
        return new Token(
                () -> {
                    HttpResponse<String> answer = Unchecked.get(() -> Http.send(request, LIMIT));
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(
                                "No token for "
                                        + person
                                        + ": "
                                        + answer.statusCode()
                                        + answer.body());
                    }
                    return Answer.of(answer).body();
                },
                InstantSource.system());
    }

    @Override
    public synchronized String get() {
        Instant now = clock.instant();
        if (!now.isBefore(endsAt)) {
            JsonNode answer = login.get();
            current = answer.required("access_token").asText();
            endsAt = now.plusSeconds(answer.required("expires_in").asLong()).minus(IN_TIME);
        }
        return current;
    }
}
