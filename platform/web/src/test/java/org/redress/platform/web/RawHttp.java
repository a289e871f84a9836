package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests that no well-behaved client sends. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** The whole answer to these lines, each of which gets its line break; Host is added. */
    static String answer(String requestLine, String body, String... headers) {
        var request =
                requestLine
                        + "\r\nHost: evil.example\r\nConnection: close\r\n"
                        + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList())
                        + "\r\n"
                        + body;
        return exchange(request);
    }

    /** What comes back until the server closes the connection. */
    static String exchange(String request) {
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which this was sent, and on which nothing follows. */
    static Socket open(String request) throws IOException {
        var socket = new Socket("localhost", port());
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }
}
