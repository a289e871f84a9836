package org.redress.e2e;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.local.Mailbox;
import org.redress.local.Platform;
import org.redress.local.Unchecked;

/** A mail as somebody opens it. */
record Mail(String id, String subject, String text) {

    private static final Pattern ACKNOWLEDGE_LINK = Pattern.compile("http://\\S+/a/[\\w.\\-]+");

    /** The mails that somebody got about a case, oldest first. */
    static List<Mail> to(String address, String caseNumber, Platform platform) {
        return platform.mailbox().of(address).stream()
                .map(Mail::of)
                .filter(mail -> (mail.subject + mail.text).contains(caseNumber))
                .toList();
    }

    /**
     * Whether it goes to the watch, who hears that something went wrong, be it that nobody
     * answered.
     */
    boolean isAlarm() {
        return subject.contains("[Alarm]") || subject.contains("【平台告警】");
    }

    /** The link that acknowledges. */
    String acknowledgeLink() {
        Matcher link = ACKNOWLEDGE_LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link to acknowledge in: " + text);
        }
        return link.group();
    }

    private static Mail of(MimeMessage message) {
        return Unchecked.get(
                () -> new Mail(Mailbox.id(message), message.getSubject(), Mailbox.text(message)));
    }
}
