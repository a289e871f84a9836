package org.redress.notification.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.redress.notification.mails.Contact;
import org.redress.notification.mails.OneLine;
import org.redress.notification.recipients.Language;

/** Makes a multipart mail of text and HTML; nothing from outside can add a header to it. */
record MimeWriter(Session session, Contact contact) {
    private static final int LONGEST_NAME = 60;

    /** The mail, ready to be sent; throws where the address isn't one. */
    MimeMessage write(Envelope envelope) throws MessagingException {
        var message = new WithOwnId(session, envelope.messageId());
        message.setFrom(address(contact.email(), sender(envelope.language())));
        message.setRecipient(RecipientType.TO, address(envelope.address(), envelope.name()));
        message.setSubject(OneLine.of(envelope.mail().subject(), 200), UTF_8.name());
        message.setSentDate(Date.from(envelope.writtenAt()));
        message.setHeader("Content-Language", envelope.language().tag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (!envelope.thread().isEmpty()) {
            message.setHeader("In-Reply-To", envelope.thread().getLast());
            message.setHeader(
                    "References", MimeUtility.fold(12, String.join(" ", envelope.thread())));
        }
        if (envelope.urgent()) {
            message.setHeader("Importance", "high");
            message.setHeader("X-Priority", "1");
        }
        message.setContent(
                new MimeMultipart(
                        "alternative",
                        part(envelope.mail().text(), "plain"),
                        part(envelope.mail().html(), "html")));
        message.saveChanges();
        return message;
    }

    private String sender(Language language) {
        return switch (language) {
            case ZH -> contact.nameZh();
            case EN -> contact.nameEn();
        };
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        try {
            var address = new InternetAddress(email, true);
            address.setPersonal(OneLine.of(name, LONGEST_NAME), UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), subtype);
        return part;
    }

    /** The same message has the same Message-ID however often it is sent (RFC 5322, 3.6.4). */
    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
