package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.local.testing.TestIssuer;

/**
 * A byte now and then keeps a connection from being idle. Here a head may take two seconds and a
 * body five; an idle connection ends after four.
 */
@WithDoors
class ASlowClientTest {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String WHOLE_HEAD = "GET /shelf/open/t HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @EnumSource
    void has_only_so_long_for_a_head(RawHttp.Port port) throws IOException {
        try (var socket = RawHttp.open(port, "GET /shelf HTTP/1.1\r\nHost: a\r\nX-Slow: ")) {
            assertThat(dripped(socket, "x".repeat(60)))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        }
    }

    @Test
    void has_no_longer_for_the_second_head_than_for_the_first() throws IOException {
        try (var socket = RawHttp.open(RawHttp.Port.MAIN, WHOLE_HEAD)) {
            awaitAnswer(socket);
            assertThat(dripped(socket, "GET /" + "x".repeat(60)))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        }
    }

    @Test
    void has_only_so_long_for_a_body_but_longer_than_for_a_head() throws IOException {
        try (var socket =
                RawHttp.open(
                        RawHttp.Port.MAIN,
                        "POST /shelf HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\nAuthorization: Bearer "
                                + TestIssuer.token("a", Set.of("potter"))
                                + "\r\n\r\n{")) {
            assertThat(dripped(socket, " ".repeat(60)))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
        }
    }

    @Test
    void is_not_who_thinks_between_two_requests() throws IOException {
        try (var socket = RawHttp.open(RawHttp.Port.MAIN, WHOLE_HEAD)) {
            awaitAnswer(socket);
            // Longer than a head may take, shorter than a connection may be idle.
            long start = System.nanoTime();
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(System.nanoTime() - start).isGreaterThan(2_900_000_000L);
            socket.getOutputStream().write(WHOLE_HEAD.getBytes(ISO_8859_1));
            awaitAnswer(socket);
        }
    }

    /** Sends a byte after each pause, and says after how long the other side had closed. */
    private static Duration dripped(Socket socket, String text) {
        long start = System.nanoTime();
        var bytes = text.getBytes(ISO_8859_1);
        var sent = new int[1];
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(PAUSE)
                .until(() -> isClosedAfter(socket, bytes[sent[0]++]));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isClosedAfter(Socket socket, byte next) {
        try {
            socket.getOutputStream().write(next);
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static void awaitAnswer(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        var answer = new byte[15];
        assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length)).isPositive();
        assertThat(new String(answer, ISO_8859_1)).startsWith("HTTP/1.1 ");
        socket.setSoTimeout(200);
        try {
            while (socket.getInputStream().read() >= 0) {
                // the rest of the answer
            }
        } catch (java.net.SocketTimeoutException _) {
            return;
        }
        throw new IOException("closed");
    }
}
