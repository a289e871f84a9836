package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests that no well-behaved client sends. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** Where the service listens. */
    enum Port {
        MAIN("quarkus.http.test-port"),
        MANAGEMENT("quarkus.management.test-port");

        private final String property;

        Port(String property) {
            this.property = property;
        }

        int number() {
            return ConfigProvider.getConfig().getValue(property, Integer.class);
        }
    }

    /** The whole answer to these lines, each of which gets its line break; Host is added. */
    static String answer(String requestLine, String body, String... headers) {
        var request =
                requestLine
                        + "\r\nHost: evil.example\r\nConnection: close\r\n"
                        + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList())
                        + "\r\n"
                        + body;
        return exchange(Port.MAIN, request);
    }

    /** What comes back until the server closes the connection. */
    static String exchange(Port port, String request) {
        try (var socket = open(port, request)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back on a connection from this address of the machine's own, as from a proxy. */
    static String exchangeFrom(String address, String request) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            socket.connect(new InetSocketAddress("localhost", Port.MAIN.number()));
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which this was sent, and on which nothing follows. */
    static Socket open(Port port, String request) throws IOException {
        var socket = new Socket("localhost", port.number());
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }
}
