package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.notification.mails.Contact;
import org.redress.notification.mails.Mail;
import org.redress.notification.recipients.Language;

class MailServerTest {
    private static final String TO = "emma@example.com";

    @Test
    void aMailIsMultipartHasItsOwnIdAndCannotBeAnsweredByARobot() throws Exception {
        try (var smtp = org.redress.local.MailServer.start(0)) {
            // when
            var outcome = server(smtp.port()).send(envelope(TO, "Emma"));

            // then
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            var mail = smtp.received().getFirst();
            assertThat(mail.getMessageID()).isEqualTo("<42@redress.example>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("X-Priority")).containsExactly("1");
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(mail.getFrom()[0].toString()).contains("care@redress.example");
            assertThat(mail.getSubject()).isEqualTo("热水壶 kettle");
        }
    }

    @Test
    void aServerThatIsAwayIsUnreachableAndFoundAgainWhenItIsBack() throws Exception {
        var port = freePort();
        var server = server(port);

        // when
        var whileAway = server.send(envelope(TO, "Emma"));
        Outcome whenBack;
        Outcome afterRestart;
        try (var _ = org.redress.local.MailServer.start(port)) {
            whenBack = server.send(envelope(TO, "Emma"));
        }
        try (var _ = org.redress.local.MailServer.start(port)) {
            afterRestart = server.send(envelope(TO, "Emma"));
        }

        // then
        assertThat(whileAway).isInstanceOf(Outcome.Away.class);
        assertThat(whenBack).isInstanceOf(Outcome.Accepted.class);
        assertThat(afterRestart).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAfterTheTimeout() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server(silent.getLocalPort()).send(envelope(TO, "Emma")))
                    .isInstanceOf(Outcome.Away.class);
        }
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeTheServerHearsOfIt() {
        assertThat(server(1).send(envelope("emma@example.com\r\nRCPT TO:<x@y>", "Emma")))
                .isEqualTo(new Outcome.Refused("not an address"));
    }

    @Test
    void aNameCannotAddAHeader() throws Exception {
        try (var smtp = org.redress.local.MailServer.start(0)) {
            // when
            server(smtp.port()).send(envelope(TO, "Eve\r\nBcc: all@example.com"));

            // then
            var mail = smtp.received().getFirst();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Envelope envelope(String address, String name) {
        return new Envelope(
                "<42@redress.example>",
                List.of(),
                address,
                name,
                Language.ZH,
                true,
                Instant.parse("2026-11-20T19:07:12Z"),
                new Mail("热水壶\r\n kettle", "text", "<p>html</p>"));
    }

    private static MailServer server(int port) {
        return new MailServer(new Settings(port), new Us());
    }

    private record Settings(int port) implements SmtpSettings {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Security security() {
            return Security.NONE;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(300);
        }
    }

    private record Us() implements Contact {
        @Override
        public String nameZh() {
            return "回应客户服务中心";
        }

        @Override
        public String nameEn() {
            return "Redress Customer Care";
        }

        @Override
        public String phone() {
            return "400-000-0000";
        }

        @Override
        public String email() {
            return "care@redress.example";
        }
    }
}
