package org.redress.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail server of the platform takes more than its heap could hold, and lives. */
class MailIsNotKeptInTheHeapTest {

    private static final int HEAP_MEGABYTES = 16;
    private static final int CONNECTIONS = 32;
    private static final int MAILS = 10 * CONNECTIONS;
    private static final byte[] LARGE = ("x".repeat(70) + "\r\n").repeat(910).getBytes(US_ASCII);

    @TempDir Path folder;

    @Test
    void what_comes_is_on_disk_and_the_server_takes_the_next() throws Exception {
        // given
        int smtp = Ports.free();
        Process server = start(smtp);
        try {
            // when
            Together.each(
                    IntStream.range(0, CONNECTIONS).boxed().toList(),
                    number -> converse(smtp, number),
                    () -> {});

            // then
            assertThat(server.isAlive()).isTrue();
            assertThat(files()).hasSize(MAILS);
            assertThat(files().stream().mapToLong(file -> file.toFile().length()).sum())
                    .isGreaterThan(HEAP_MEGABYTES * 1_048_576L);
        } finally {
            server.destroyForcibly();
        }
    }

    private Process start(int smtp) throws IOException {
        List<String> command =
                JavaProgram.quick(HEAP_MEGABYTES)
                        .command(
                                "-cp",
                                System.getProperty("java.class.path"),
                                MailProgram.class.getName(),
                                folder.toString(),
                                Integer.toString(smtp));
        Process server = new ProcessBuilder(command).inheritIO().start();
        assertThat(Patience.sees(Duration.ofSeconds(30), () -> Ports.answers(smtp))).isTrue();
        return server;
    }

    private static void converse(int smtp, int number) {
        try (Conversation conversation = Conversation.at(smtp)) {
            for (int i = number; i < MAILS; i += CONNECTIONS) {
                conversation.send("customer" + i + "@example.org");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** One connection, as the sender of notification keeps it. */
    private record Conversation(Socket socket, BufferedReader answers) implements AutoCloseable {

        static Conversation at(int port) throws IOException {
            Socket socket = new Socket(InetAddress.ofLiteral(Ports.LOOPBACK), port);
            Conversation conversation =
                    new Conversation(
                            socket,
                            new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), US_ASCII)));
            conversation.expect("220");
            conversation.say("HELO test", "250");
            return conversation;
        }

        void send(String to) throws IOException {
            say("MAIL FROM:<redress@example.org>", "250");
            say("RCPT TO:<" + to + ">", "250");
            say("DATA", "354");
            OutputStream out = socket.getOutputStream();
            out.write("Subject: much\r\n\r\n".getBytes(US_ASCII));
            out.write(LARGE);
            say(".", "250");
        }

        private void say(String line, String answer) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
            expect(answer);
        }

        private void expect(String answer) throws IOException {
            assertThat(answers.readLine()).startsWith(answer);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
