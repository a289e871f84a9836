package org.redress.notification.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.notification.mails.Mail;
import org.redress.notification.mails.OurContact;
import org.redress.notification.recipients.Language;

class MailServerTest {
    private static final String TO = "emma@example.com";

    @Test
    void a_mail_is_multipart_has_its_own_id_and_cannot_be_answered_by_a_robot() throws Exception {
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
    void a_server_that_is_away_is_unreachable_and_found_again_when_it_is_back() throws Exception {
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
    void a_server_that_says_nothing_is_given_up_after_the_timeout() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(impatient(silent.getLocalPort()).send(envelope(TO, "Emma")))
                    .isInstanceOf(Outcome.Away.class);
        }
    }

    @Test
    void what_is_no_address_is_refused_before_the_server_hears_of_it() {
        assertThat(server(1).send(envelope("emma@example.com\r\nRCPT TO:<x@y>", "Emma")))
                .isEqualTo(new Outcome.Refused("not an address"));
    }

    @Test
    void a_name_cannot_add_a_header() throws Exception {
        try (var smtp = org.redress.local.MailServer.start(0)) {
            // when
            server(smtp.port()).send(envelope(TO, "Eve\r\nBcc: all@example.com"));

            // then
            var mail = smtp.received().getFirst();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <emma@example.com> is nobody",
        "MAIL, 553 not from you",
        "., 554 looks like spam",
        "DATA, 552 no room"
    })
    void a_final_no_to_this_mail_is_a_refusal_that_repeats_no_address(String to, String answer)
            throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of(to, answer))) {
            assertThat(server(smtp.port()).send(envelope(TO, "Emma")))
                    .isEqualTo(
                            new Outcome.Refused(
                                    "the mail server answered " + answer.substring(0, 3)));
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 450 busy", "MAIL, 451 later", "., 452 no room"})
    void not_now_is_no_refusal_and_says_nothing_of_other_mails(String to, String answer)
            throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of(to, answer))) {
            assertThat(server(smtp.port()).send(envelope(TO, "Emma")))
                    .isEqualTo(
                            new Outcome.Unreachable(
                                    "the mail server answered " + answer.substring(0, 3)));
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 421 closing", "MAIL, 421 closing", "., 421 closing"})
    void a_server_that_closes_is_away(String to, String answer) throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of(to, answer))) {
            assertThat(server(smtp.port()).send(envelope(TO, "Emma")))
                    .isInstanceOf(Outcome.Away.class);
        }
    }

    @Test
    void a_server_that_falls_silent_in_the_middle_is_away_and_its_connection_is_closed()
            throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of(".", ""))) {
            var server = impatient(smtp.port());
            assertThat(server.send(envelope(TO, "Emma"))).isInstanceOf(Outcome.Away.class);
            assertThat(server.send(envelope(TO, "Emma"))).isInstanceOf(Outcome.Away.class);
            assertThat(smtp.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_is_kept_after_a_mail_and_closed_after_trouble() throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of())) {
            var server = server(smtp.port());
            server.send(envelope(TO, "Emma"));
            server.send(envelope(TO, "Emma"));
            assertThat(smtp.connections()).isEqualTo(1);
        }
        try (var smtp = AScriptedServer.thatAnswers(Map.of(".", "451 later"))) {
            var server = server(smtp.port());
            server.send(envelope(TO, "Emma"));
            await().until(() -> smtp.heard().contains("QUIT"));
            server.send(envelope(TO, "Emma"));
            assertThat(smtp.connections()).isEqualTo(2);
        }
    }

    @Test
    void no_mail_goes_out_in_clear_where_encryption_is_asked_for() throws Exception {
        try (var smtp = AScriptedServer.thatAnswers(Map.of())) {
            var settings = settings(smtp.port(), Optional.empty(), SmtpSettings.Security.STARTTLS);
            assertThat(new MailServer(settings, new OurContact()).send(envelope(TO, "Emma")))
                    .isInstanceOf(Outcome.Away.class);
            assertThat(smtp.heard()).noneMatch(said -> said.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.smtp.socketFactory", "mail.smtp.ssl.socketFactory"})
    void the_end_of_a_mail_does_not_wait_for_a_delayed_acknowledgment(String sockets)
            throws Exception {
        var settings = settings(25, Optional.empty(), SmtpSettings.Security.NONE);
        var factory = (SocketFactory) MailServer.properties(settings).get(sockets);

        try (var socket = factory.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void whoever_has_a_user_name_logs_in() throws Exception {
        var ehlo = "250-here\r\n250 AUTH PLAIN";
        try (var smtp = AScriptedServer.thatAnswers(Map.of("EHLO", ehlo, "AUTH", "235 welcome"))) {
            var settings = settings(smtp.port(), Optional.of("us"), SmtpSettings.Security.NONE);
            new MailServer(settings, new OurContact()).send(envelope(TO, "Emma"));
            assertThat(smtp.heard()).anyMatch(said -> said.startsWith("AUTH PLAIN"));
        }
    }

    @Test
    void a_quiet_mail_stands_in_the_thread_of_those_before_it() throws Exception {
        try (var smtp = org.redress.local.MailServer.start(0)) {
            var quiet =
                    new Envelope(
                            "<44@redress.example>",
                            List.of("<42@redress.example>", "<43@redress.example>"),
                            TO,
                            "Emma ".repeat(40),
                            Language.EN,
                            false,
                            Instant.parse("2026-11-20T19:07:12Z"),
                            new Mail("subject ".repeat(60), "text", "<p>html</p>"));

            // when
            server(smtp.port()).send(quiet);

            // then
            var mail = smtp.received().getFirst();
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<43@redress.example>");
            assertThat(mail.getHeader("References", " "))
                    .contains("<42@redress.example>", "<43@redress.example>");
            assertThat(mail.getHeader("Importance")).isNull();
            assertThat(mail.getHeader("X-Priority")).isNull();
            assertThat(mail.getHeader("Content-Language")).containsExactly("en");
            assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-20T19:07:12Z"));
            assertThat(mail.getSubject()).hasSizeLessThanOrEqualTo(200);
            var to = (InternetAddress) mail.getAllRecipients()[0];
            assertThat(to.getPersonal()).hasSizeLessThanOrEqualTo(60);
            assertThat(mail.getFrom()[0].toString()).contains("Redress Customer Care");
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
        return new MailServer(
                settings(port, Optional.empty(), SmtpSettings.Security.NONE), new OurContact());
    }

    private static Settings settings(
            int port, Optional<String> username, SmtpSettings.Security security) {
        return new Settings(port, username, security, Duration.ofSeconds(10));
    }

    /** For whom every answer comes too late that does not come at once. */
    private static MailServer impatient(int port) {
        return new MailServer(
                new Settings(
                        port, Optional.empty(), SmtpSettings.Security.NONE, Duration.ofMillis(300)),
                new OurContact());
    }

    private record Settings(
            int port, Optional<String> username, Security security, Duration timeout)
            implements SmtpSettings {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Optional<String> password() {
            return username.map(_ -> "secret");
        }

        @Override
        public int connections() {
            return 1;
        }
    }
}
