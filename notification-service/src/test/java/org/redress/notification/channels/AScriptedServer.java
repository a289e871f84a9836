package org.redress.notification.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers as the test wants, and keeps what it was told. */
final class AScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private AScriptedServer(ServerSocket socket, Map<String, String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /**
     * A server that agrees to everything but this.
     *
     * @param answers by the first word of a command, {@code .} for the end of a mail, {@code EHLO}
     *     for what it can do; an empty answer is none at all
     */
    static AScriptedServer thatAnswers(Map<String, String> answers) throws IOException {
        var server =
                new AScriptedServer(
                        new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), answers);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every command, without the mails. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 here");
            var inMail = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (inMail && !line.equals(".")) {
                    continue;
                }
                heard.add(line);
                var command = line.split("[ :]", 2)[0];
                var usual = command.equals("DATA") ? "354 go on" : "250 well";
                var answer = answers.getOrDefault(command, usual);
                inMail = answer.startsWith("354");
                say(client, answer);
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
