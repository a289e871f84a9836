package org.redress.notification.mails;

/** A mail's content: a subject of one line, and the same message as plain text and as HTML. */
public record Mail(String subject, String text, String html) {
    @Override
    public String toString() {
        return "Mail[***]";
    }
}
