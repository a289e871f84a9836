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
    private final MailDoor door;

    private MailProgram(GreenMail smtp, MailDoor door) {
        this.smtp = smtp;
        this.door = door;
    }

    /** Runs until it is killed; the arguments are the folder, the port of SMTP and that of HTTP. */
    public static void main(String[] arguments) {
        GREENMAIL.setLevel(Level.WARNING);
        start(
                new MailFolder(Path.of(arguments[0]), MOST_BYTES, MOST_MAILS),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
    }

    /** Starts it in this JVM; 0 takes a free port. */
    static MailProgram start(MailFolder mails, int smtpPort, int httpPort) {
        GreenMail smtp =
                new GreenMail(new ServerSetup(smtpPort, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager()
                .setMessageDeliveryHandler(
                        (_, address) -> new Addressee(address.getEmail(), mails));
        smtp.start();
        return new MailProgram(smtp, MailDoor.open(mails, httpPort));
    }

    int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    int httpPort() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
        smtp.stop();
    }

    /** GreenMail's user of an address: without a mailbox in the heap. */
    private static final class Addressee extends UserImpl {
        private final MailFolder mails;

        Addressee(String address, MailFolder mails) {
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
