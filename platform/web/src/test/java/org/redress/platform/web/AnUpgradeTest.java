package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/1.1 only, on both ports: an offer of another protocol is left alone (RFC 9110 §7.8). */
@WithDoors
class AnUpgradeTest {

    @ParameterizedTest
    @EnumSource
    void is_not_taken_up(RawHttp.Port port) {
        assertThat(
                        RawHttp.exchange(
                                port,
                                "GET /q/health/live HTTP/1.1\r\nHost: a\r\n"
                                        + "Connection: Upgrade, HTTP2-Settings\r\nConnection: close\r\n"
                                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n"))
                .startsWith(port == RawHttp.Port.MAIN ? "HTTP/1.1 404 " : "HTTP/1.1 200 ")
                .containsOnlyOnce("HTTP/1.1");
    }

    @ParameterizedTest
    @EnumSource
    void that_is_offered_by_a_client_is_answered_as_if_it_was_not(RawHttp.Port port)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:"
                                                            + port.number()
                                                            + "/q/health/live"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(port == RawHttp.Port.MAIN ? 404 : 200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void that_is_not_even_asked_for_ends_soon(RawHttp.Port port) {
        assertThat(RawHttp.exchange(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0".repeat(9)))
                .doesNotStartWith("HTTP/1.1 2");
    }
}
