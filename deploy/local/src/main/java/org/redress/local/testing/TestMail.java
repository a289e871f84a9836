package org.redress.local.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.redress.local.MailServer;

/** The mails that the mail server of {@link LocalInfrastructure} received. */
public final class TestMail {

    private static final String RECEIVED = "mail";

    private TestMail() {}

    /** Every mail so far, oldest first; wait for one with Awaitility. */
    public static List<MimeMessage> received() {
        if (!(Shared.get(RECEIVED) instanceof List<?> sources)) {
            throw new IllegalStateException("LocalInfrastructure was started without mail=true");
        }
        return sources.stream().map(source -> parse((byte[]) source)).toList();
    }

    /** Every mail so far that went to this address, oldest first. */
    public static List<MimeMessage> receivedBy(String address) {
        return received().stream().filter(mail -> isTo(mail, address)).toList();
    }

    static void share(MailServer server) {
        Shared.put(RECEIVED, () -> server.received().stream().map(TestMail::source).toList());
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            List<String> recipients = new ArrayList<>();
            for (var recipient : mail.getAllRecipients()) {
                recipients.add(recipient.toString());
            }
            return recipients.stream().anyMatch(recipient -> recipient.contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] source(MimeMessage mail) {
        try {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            mail.writeTo(source);
            return source.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage parse(byte[] source) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
