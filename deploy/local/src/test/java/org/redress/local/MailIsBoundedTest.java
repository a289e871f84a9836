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
    void the_oldest_mail_goes_when_there_are_too_many() throws Exception {
        // given
        BoundedMailbox mails = new BoundedMailbox(folder, PLENTY, 3);

        // when
        IntStream.rangeClosed(1, 5).forEach(i -> mails.keep(i % 2 + "@example.org", source(i)));

        // then
        assertThat(mailbox().of("1@example.org")).hasSize(2);
        assertThat(mailbox().of("0@example.org")).hasSize(1);
        assertThat(files()).hasSize(3);
        assertThat(mailbox().of("1@example.org").getLast().getSubject()).isEqualTo("mail 5");
    }

    @Test
    void the_oldest_mail_goes_when_it_is_too_much_for_the_disk() throws Exception {
        BoundedMailbox mails = new BoundedMailbox(folder, 25L * source(10).length, 1_000);

        IntStream.range(10, 99).forEach(i -> mails.keep("one@example.org", source(i)));

        assertThat(mailbox().of("one@example.org")).hasSize(25);
        assertThat(files()).hasSize(25);
    }

    @Test
    void nobody_is_listed_whose_mail_is_all_gone() {
        BoundedMailbox mails = new BoundedMailbox(folder, PLENTY, 1);

        mails.keep("first@example.org", source(1));
        mails.keep("second@example.org", source(2));

        assertThat(mailbox().recipients()).containsExactly("second@example.org");
        assertThat(folder.resolve("first%40example.org")).doesNotExist();
    }

    @Test
    void what_was_kept_is_found_again_after_a_restart() {
        new BoundedMailbox(folder, PLENTY, 9).keep("One@example.org", source(1));

        BoundedMailbox again = new BoundedMailbox(folder, PLENTY, 9);
        again.keep("one@example.org", source(2));

        assertThat(mailbox().of("one@Example.org")).hasSize(2);
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_mail_that_comes_by_smtp_is_read_with_its_words() throws Exception {
        BoundedMailbox mails = new BoundedMailbox(folder, PLENTY, 9);
        try (MailProgram program = MailProgram.start(mails, 0)) {
            // when
            send(program.port(), "wang.fang@example.org", "升级", "请确认");
            send(program.port(), "wang.fang@example.org", "再次", "请确认");

            // then
            assertThat(mailbox().recipients()).containsExactly("wang.fang@example.org");
            List<MimeMessage> all = mailbox().of("wang.fang@example.org");
            assertThat(all).hasSize(2);
            assertThat(all.getFirst().getSubject()).isEqualTo("升级");
            assertThat(all.getFirst().getContent().toString()).contains("请确认");
            assertThat(
                            mailbox()
                                    .newestFirst("wang.fang@example.org")
                                    .findFirst()
                                    .orElseThrow()
                                    .getSubject())
                    .isEqualTo("再次");
            assertThat(mailbox().of("nobody@example.org")).isEmpty();
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

    private Mailbox mailbox() {
        return new Mailbox(folder);
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
