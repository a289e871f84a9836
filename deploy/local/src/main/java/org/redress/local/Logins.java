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
import java.util.Map;
import java.util.stream.Collectors;

/** Access tokens of the demo users, as the call-center front end would get them. */
public final class Logins {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI issuer;

    Logins(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * A fresh access token, valid for an hour.
     *
     * @param person the id of a demo user, e.g. {@code wang.fang}
     * @throws IllegalStateException when Keycloak refuses
     */
    public String token(String person) {
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

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
