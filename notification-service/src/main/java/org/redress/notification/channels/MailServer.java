package org.redress.notification.channels;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.Contact;

/**
 * Hands mails to the mail server over connections that stay open between mails. Every wait has an
 * end, and after a timeout the connection is closed: nothing stays behind in a queue that could go
 * out later beside its own repetition.
 */
@ApplicationScoped
public class MailServer implements Channel {
    static {
        // Found by this name; otherwise all jars are searched, many times for each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final SmtpSettings settings;
    private final Session session;
    private final MimeWriter writer;
    private final ConcurrentLinkedDeque<SMTPTransport> idle = new ConcurrentLinkedDeque<>();

    public MailServer(SmtpSettings settings, Contact contact) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.writer = new MimeWriter(session, contact);
    }

    /** Sends one mail, now; blocks until the server has answered or a time is over. */
    @Override
    public Outcome send(Envelope envelope) {
        SMTPTransport connection = null;
        try {
            var mime = writer.write(envelope);
            connection = connect();
            connection.sendMessage(mime, mime.getAllRecipients());
            var answer = connection.getLastServerResponse();
            idle.push(connection);
            return new Outcome.Accepted(firstLine(answer));
        } catch (AddressException _) {
            return new Outcome.Refused("not an address");
        } catch (MessagingException e) {
            close(connection);
            return refusal(e).<Outcome>map(Outcome.Refused::new).orElseGet(() -> notNow(e));
        }
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public Duration longest() {
        return settings.timeout().multipliedBy(10);
    }

    /** An idle connection that still answers, or a new one. */
    private SMTPTransport connect() throws MessagingException {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isConnected()) {
                return kept;
            }
            close(kept);
        }
        var connection = (SMTPTransport) session.getTransport("smtp");
        connection.connect(
                settings.host(),
                settings.port(),
                settings.username().orElse(null),
                settings.password().orElse(null));
        return connection;
    }

    @PreDestroy
    void closeAll() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            close(kept);
        }
    }

    private static void close(@Nullable SMTPTransport connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (MessagingException _) {
            // It is of no use any more, and the server notices by itself.
        }
    }

    /** The server's final no to this mail (a 5xx reply, RFC 5321 section 4.2.1), if it said one. */
    private static Optional<String> refusal(MessagingException e) {
        for (Exception cause = e;
                cause instanceof MessagingException next;
                cause = next.getNextException()) {
            if (code(next) >= 500) {
                return Optional.of(said(next));
            }
        }
        return Optional.empty();
    }

    /**
     * A reply to this mail (4xx) says nothing of the next one; 421, or no reply at all, does (RFC
     * 5321 section 3.8).
     */
    private static Outcome notNow(MessagingException e) {
        for (Exception cause = e;
                cause instanceof MessagingException next;
                cause = next.getNextException()) {
            if (code(next) > 0 && code(next) != 421) {
                return new Outcome.Unreachable(said(next));
            }
        }
        return new Outcome.Away(said(e));
    }

    private static int code(MessagingException e) {
        return switch (e) {
            case SMTPSendFailedException failed -> failed.getReturnCode();
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            default -> 0;
        };
    }

    /** What went wrong, without the address that servers like to repeat in their answer. */
    private static String said(MessagingException e) {
        var code = code(e);
        return code > 0
                ? "the mail server answered " + code
                : "the mail server was not reached or did not answer: "
                        + e.getClass().getSimpleName();
    }

    private static String firstLine(String answer) {
        return answer.lines().findFirst().orElse("accepted");
    }

    static Properties properties(SmtpSettings settings) {
        var millis = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        var sockets = new PromptSockets();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> {}
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
        }
        return properties;
    }
}
