package org.redress.local;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The mail server of the local platform: GreenMail speaks SMTP, and what comes goes to disk. */
public final class MailProgram implements AutoCloseable {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_MAILS = 100_000;
    // Held here, for a logger that nobody holds forgets its level.
    private static final Logger GREENMAIL = Logger.getLogger("com.icegreen");

    private final GreenMail smtp;

    private MailProgram(GreenMail smtp) {
        this.smtp = smtp;
    }

    /** Runs until it is killed; the arguments are the folder and the port. */
    public static void main(String[] arguments) {
        GREENMAIL.setLevel(Level.WARNING);
        start(
                new BoundedMailbox(Path.of(arguments[0]), MOST_BYTES, MOST_MAILS),
                Integer.parseInt(arguments[1]));
    }

    /** Starts it in this JVM; 0 takes a free port. */
    static MailProgram start(BoundedMailbox mails, int port) {
        GreenMail smtp =
                new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager()
                .setMessageDeliveryHandler(
                        (_, address) -> new Addressee(address.getEmail(), mails));
        smtp.start();
        return new MailProgram(smtp);
    }

    int port() {
        return smtp.getSmtp().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
    }

    /** GreenMail's user of an address: without a mailbox in the heap. */
    private static final class Addressee extends UserImpl {
        private final BoundedMailbox mails;

        Addressee(String address, BoundedMailbox mails) {
            super(address, address, "", null);
            this.mails = mails;
        }

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            Unchecked.run(() -> message.writeTo(source));
            mails.keep(getEmail(), source.toByteArray());
        }
    }
}
