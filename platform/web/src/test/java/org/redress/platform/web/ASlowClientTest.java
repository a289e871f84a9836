package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestIssuer;

/**
 * A byte now and then keeps a connection from being idle. Here a head may take two seconds and a
 * body five; an idle connection ends after four.
 */
@WithDoors
class ASlowClientTest {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String HALF_A_HEAD = "GET /shelf HTTP/1.1\r\nHost: a\r\nX-Slow: ";
    private static final String WHOLE_HEAD = "GET /shelf/open/t HTTP/1.1\r\nHost: a\r\n\r\n";

    /** All of them at once: each takes its time. */
    @Test
    void has_only_so_long_for_a_head_be_it_the_second_and_longer_for_a_body() {
        // when
        var head = dripping(() -> RawHttp.open(RawHttp.Port.MAIN, HALF_A_HEAD), "x");
        var elsewhere = dripping(() -> RawHttp.open(RawHttp.Port.MANAGEMENT, HALF_A_HEAD), "x");
        var second = dripping(ASlowClientTest::answered, "GET /x");
        var body = dripping(() -> RawHttp.open(RawHttp.Port.MAIN, halfABody()), " ");

        // then
        assertThat(List.of(head.join(), elsewhere.join(), second.join()))
                .allSatisfy(lasted ->
                        assertThat(lasted).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(body.join()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
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

    private static String halfABody() {
        return "POST /shelf HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000\r\nAuthorization: Bearer "
                + TestIssuer.token("a", Set.of("potter"))
                + "\r\n\r\n{";
    }

    @FunctionalInterface
    private interface Opening {
        Socket open() throws IOException;
    }

    private static Socket answered() throws IOException {
        var socket = RawHttp.open(RawHttp.Port.MAIN, WHOLE_HEAD);
        awaitAnswer(socket);
        return socket;
    }

    private static CompletableFuture<Duration> dripping(Opening opening, String beginning) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var socket = opening.open()) {
                        return dripped(
                                socket,
                                beginning + beginning.substring(beginning.length() - 1).repeat(60));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
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
