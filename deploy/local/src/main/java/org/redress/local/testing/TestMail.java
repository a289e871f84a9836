package org.redress.local.testing;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.redress.local.MailServer;
import org.redress.local.Unchecked;

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
        return Unchecked.get(() ->
                Arrays.stream(mail.getAllRecipients())
                        .anyMatch(one -> one.toString().contains(address)));
    }

    private static byte[] source(MimeMessage mail) {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        Unchecked.run(() -> mail.writeTo(source));
        return source.toByteArray();
    }

    private static MimeMessage parse(byte[] source) {
        return Unchecked.get(() ->
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
    }
}
