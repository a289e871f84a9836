package org.redress.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail of a long soak lies on disk, and the oldest goes when it becomes too much. */
class MailIsBoundedTest {

    private static final long PLENTY = 1 << 20;

    @TempDir Path folder;

    @Test
    void theOldestMailGoesWhenThereAreTooMany() throws Exception {
        // given
        MailFolder mails = new MailFolder(folder, PLENTY, 3);

        // when
        IntStream.rangeClosed(1, 5).forEach(i -> mails.keep(i % 2 + "@example.org", source(i)));

        // then
        assertThat(mails.of("1@example.org")).hasSize(2);
        assertThat(mails.of("0@example.org")).hasSize(1);
        assertThat(files()).hasSize(3);
        assertThat(Files.readString(mails.of("1@example.org").getLast())).contains("mail 5");
    }

    @Test
    void theOldestMailGoesWhenItIsTooMuchForTheDisk() throws Exception {
        MailFolder mails = new MailFolder(folder, 25L * source(10).length, 1_000);

        IntStream.range(10, 99).forEach(i -> mails.keep("one@example.org", source(i)));

        assertThat(mails.of("one@example.org")).hasSize(25);
        assertThat(files()).hasSize(25);
    }

    @Test
    void nobodyIsListedWhoseMailIsAllGone() {
        MailFolder mails = new MailFolder(folder, PLENTY, 1);

        mails.keep("first@example.org", source(1));
        mails.keep("second@example.org", source(2));

        assertThat(mails.addresses()).containsExactly("second@example.org");
        assertThat(folder.resolve("first%40example.org")).doesNotExist();
    }

    @Test
    void whatWasKeptIsFoundAgainAfterARestart() {
        new MailFolder(folder, PLENTY, 9).keep("One@example.org", source(1));

        MailFolder again = new MailFolder(folder, PLENTY, 9);
        again.keep("one@example.org", source(2));

        assertThat(again.of("one@Example.org")).hasSize(2);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aMailThatComesBySmtpIsReadOverHttpWithItsWords() throws Exception {
        MailFolder mails = new MailFolder(folder, PLENTY, 9);
        try (MailProgram program = MailProgram.start(mails, 0, 0)) {
            // when
            send(program.smtpPort(), "wang.fang@example.org", "升级", "请确认");
            send(program.smtpPort(), "wang.fang@example.org", "再次", "请确认");

            // then
            Mailbox mailbox = new Mailbox(program.httpPort());
            assertThat(mailbox.recipients()).containsExactly("wang.fang@example.org");
            List<MimeMessage> all = mailbox.of("wang.fang@example.org");
            assertThat(all).hasSize(2);
            assertThat(all.getFirst().getSubject()).isEqualTo("升级");
            assertThat(all.getFirst().getContent().toString()).contains("请确认");
            assertThat(mailbox.newestOf("wang.fang@example.org", 1))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("再次"));
            assertThat(mailbox.of("nobody@example.org")).isEmpty();
        }
    }

    private static void send(int port, String to, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", Ports.LOOPBACK);
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setRecipients(RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] source(int number) {
        return "Subject: mail %d\r\n\r\ntext".formatted(number).getBytes(UTF_8);
    }
}
