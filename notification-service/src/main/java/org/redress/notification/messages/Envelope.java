package org.redress.notification.messages;

import java.time.Instant;
import org.redress.notification.mails.Mail;
import org.redress.notification.recipients.Language;

/** A mail and where it goes, ready for the mail server. */
record Envelope(
        String messageId,
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
