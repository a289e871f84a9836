package org.redress.notification.channels;

import java.time.Instant;
import java.util.List;
import org.redress.notification.mails.Mail;
import org.redress.notification.recipients.Language;

/**
 * A mail and where it goes, ready for the mail server.
 *
 * @param thread the ids of the mails that it follows, oldest first
 */
public record Envelope(
        String messageId,
        List<String> thread,
        String address,
        String name,
        Language language,
        boolean urgent,
        Instant writtenAt,
        Mail mail) {
    @Override
    public String toString() {
        return "Envelope[" + messageId + "]";
    }
}
