package org.redress.notification.messages;

/** What came of writing a message: a mail to be sent, or the reason why there can be none. */
sealed interface Writing {
    record Written(Envelope envelope) implements Writing {}

    record Impossible(String reason) implements Writing {}
}
