package org.redress.platform.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.redress.platform.web.Callers.potter;
import static org.redress.platform.web.RawHttp.Port.MAIN;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.TestIssuer;

@WithDoors
class StrangeRequestsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @ParameterizedTest
    @ValueSource(strings = {"X-No-Length: 1", "Content-Length: 4", "Content-Length: 30"})
    void a_body_in_chunks_is_refused_whether_it_announces_a_length_or_not(String length) {
        assertThat(
                        RawHttp.answer(
                                "POST /shelf HTTP/1.1",
                                "10\r\n{\"text\": \"aaaa\"}\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n",
                                "Transfer-Encoding: chunked",
                                length,
                                "Content-Type: application/json",
                                "Authorization: Bearer " + TestIssuer.token("a", Set.of("potter"))))
                .startsWith("HTTP/1.1 411")
                .contains("application/problem+json")
                .contains("length-required")
                .containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void bodies_at_once_have_only_so_much_room_and_whoever_leaves_makes_room() throws IOException {
        // given
        var body = "{\"text\": \"%s\"}".formatted("x".repeat(190_000));
        var half =
                "POST /shelf HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 190012\r\nAuthorization: Bearer "
                        + TestIssuer.token("a", Set.of("potter"))
                        + "\r\n\r\n"
                        + body.substring(0, 1000);

        // when
        try (var _ = RawHttp.open(MAIN, half);
                var _ = RawHttp.open(MAIN, half)) {
            await().untilAsserted(() ->
                    potter().body(body)
                            .post("/shelf")
                            .then()
                            .statusCode(503)
                            .header("Retry-After", equalTo("1"))
                            .body("code", equalTo("unavailable")));
            potter().body("{\"text\": \"small\"}").post("/shelf").then().statusCode(200);
        }

        // then
        await().untilAsserted(() -> potter().body(body).post("/shelf").then().statusCode(200));
    }

    @Test
    void a_body_may_be_as_large_as_the_limit_and_no_byte_larger() {
        var body = "{\"text\": \"small\"}";
        var padded = body + " ".repeat(256 * 1024 - body.length());
        potter().body(padded).post("/shelf").then().statusCode(200);
        potter().body(padded + " ")
                .post("/shelf")
                .then()
                .statusCode(413)
                .body("code", equalTo("content-too-large"));
    }

    @Test
    void sixty_large_bodies_at_once_are_refused_or_served_and_nothing_ends() {
        var body = "{\"text\": \"%s\"}".formatted("x".repeat(1_000_000)).getBytes(UTF_8);
        var head =
                "POST /shelf HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: %d\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(body.length, TestIssuer.token("a", Set.of("potter")));
        var answers =
                IntStream.range(0, 60)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> firstLine(head, body), Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).hasSize(60).containsOnly("HTTP/1.1 413");
        potter().body("{\"text\": \"small\"}").post("/shelf").then().statusCode(200);
    }

    private static String firstLine(String head, byte[] body) {
        try (var socket = RawHttp.open(MAIN, head)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(body);
            } catch (IOException _) {
                // The answer came before the end of the body, and waits to be read.
            }
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_token_for_somebody_else_is_none_of_ours() {
        Callers.bearer(TestIssuer.tokenFor("account", "a", Set.of("potter")))
                .get("/shelf")
                .then()
                .statusCode(401);
    }

    @Test
    void what_was_never_found_is_measured_under_one_name() throws Exception {
        // when
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 200; i++) {
                var link = URI.create("http://localhost:" + MAIN.number() + "/secret-link-" + i);
                var request = HttpRequest.newBuilder(link).build();
                assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(
                        RawHttp.exchangeFrom(
                                "127.0.0.5",
                                "GET /shelf/open/live-token-1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        given().delete("/shelf/open/live-token-2").then().statusCode(405);
        given().get("/shelf/live-token-3").then().statusCode(401);
        RawHttp.answer("GET /live-token-4%zz HTTP/1.1", "");
        potter().get("/shelf?limit=3").then().statusCode(200);

        // then
        var measured = given().get(metrics).then().statusCode(200).extract().asString();
        assertThat(measured)
                .doesNotContain("secret-link")
                .doesNotContain("live-token")
                .contains("uri=\"/shelf\"")
                .containsPattern("http_server_requests_seconds_bucket.*uri=\"/shelf\",le=\"1.0\"")
                .contains("uri=\"/shelf/open/{token}\"");
    }

    @Test
    void the_bare_address_says_what_is_here_and_the_rest_of_the_house_is_elsewhere() {
        given().get("/")
                .then()
                .statusCode(200)
                .body("name", equalTo("tester"))
                .body("openapi", endsWith("/q/openapi"))
                .body("docs", endsWith("/q/swagger-ui"));
        for (var path : new String[] {"/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/health"}) {
            given().redirects().follow(false).get(path).then().statusCode(404);
        }
    }

    @Test
    void a_public_door_is_not_passed_as_often_as_one_likes() {
        var last =
                IntStream.range(0, 40)
                        .mapToObj(i -> given().get("/shelf/open/t" + i).then())
                        .toList()
                        .getLast();
        last.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("too-many-requests"));
    }

    @Test
    void nor_is_one_of_several_that_are_limited_together() {
        assertThat(
                        IntStream.range(0, 40)
                                .mapToObj(_ ->
                                        RawHttp.exchangeFrom(
                                                        "127.0.0.4",
                                                        "GET /gate HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                                                .substring(0, 12)))
                .startsWith("HTTP/1.1 200")
                .contains("HTTP/1.1 429");
    }

    @Test
    void units_of_another_form_are_refused_and_a_leading_slash_is_not_ours() {
        Callers.bearer(TestIssuer.token("a", Set.of("potter"), "HQ East"))
                .get("/jars/seen?unit=hq")
                .then()
                .statusCode(403)
                .body("code", equalTo("units-malformed"));
        Callers.bearer(TestIssuer.token("a", Set.of("potter"), "/hq/outlets"))
                .get("/jars/seen?unit=hq/outlets/east")
                .then()
                .statusCode(200)
                .body("[0]", is(true));
    }
}
