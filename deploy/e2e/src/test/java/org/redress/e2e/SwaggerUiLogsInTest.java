package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.Http;
import org.redress.local.Platform;
import org.redress.local.Service;

/** What a browser does when somebody logs in by Swagger UI and tries a door (PKCE, CORS). */
@ExtendWith(RunningPlatform.class)
class SwaggerUiLogsInTest {

    private static final String VERIFIER = "a".repeat(64);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Platform platform;
    private final HttpClient browser = HttpClient.newHttpClient();

    // Keycloak's are for secure places, which loopback is to a browser and not to CookieManager.
    private final Map<String, String> cookies = new HashMap<>();

    SwaggerUiLogsInTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_page_may_read_the_token_and_the_answer_of_the_service() throws Exception {
        for (var service : Service.values()) {
            // given
            var page = platform.management(service).toString();
            var back = page + "/q/swagger-ui/oauth2-redirect.html";

            // when
            var token = send(exchange(codeFor(back), back).header("Origin", page));
            var answer =
                    send(
                            HttpRequest.newBuilder(platform.url(service).resolve("/api/v1/none"))
                                    .header("Authorization", "Bearer " + accessToken(token))
                                    .header("Origin", page));

            // then
            assertThat(token.headers().firstValue("Access-Control-Allow-Origin")).hasValue(page);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(page);
            assertThat(answer.statusCode()).as("neither refused nor broken").isEqualTo(404);
            assertThat(send(HttpRequest.newBuilder(URI.create(page + "/q/openapi"))).body())
                    .contains("url: " + platform.url(service));
        }
    }

    /** Whoever is logged in already is sent back at once, by the cookie. */
    private String codeFor(String back) throws Exception {
        var challenge =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        var asked =
                send(
                        HttpRequest.newBuilder(
                                URI.create(
                                        protocol("auth?")
                                                + Http.form(
                                                        Map.of(
                                                                "response_type", "code",
                                                                "client_id", "redress-swagger-ui",
                                                                "redirect_uri", back,
                                                                "scope", "openid",
                                                                "code_challenge", challenge,
                                                                "code_challenge_method",
                                                                        "S256")))));
        return asked.statusCode() == 302 ? code(asked) : code(logIn(asked.body()));
    }

    private HttpResponse<String> logIn(String page) throws Exception {
        var action = FORM.matcher(page);
        assertThat(action.find()).as("a form to log in").isTrue();
        return send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        Http.form(
                                                Map.of(
                                                        "username",
                                                        "li.na",
                                                        "password",
                                                        "redress")))));
    }

    private HttpRequest.Builder exchange(String code, String back) {
        return HttpRequest.newBuilder(URI.create(protocol("token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                Http.form(
                                        Map.of(
                                                "grant_type", "authorization_code",
                                                "client_id", "redress-swagger-ui",
                                                "redirect_uri", back,
                                                "code", code,
                                                "code_verifier", VERIFIER))));
    }

    private static String accessToken(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static String code(HttpResponse<String> sentBack) {
        var code = CODE.matcher(sentBack.headers().firstValue("Location").orElse(""));
        assertThat(code.find()).as("a code in %s", sentBack.headers().map()).isTrue();
        return code.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("; ")));
        }
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> {
                    var named = cookie.split(";", 2)[0].split("=", 2);
                    cookies.put(named[0], named[1]);
                });
        return answer;
    }

    private String protocol(String what) {
        return platform.issuer() + "/protocol/openid-connect/" + what;
    }
}
