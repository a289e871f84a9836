package org.redress.notification.writing;

import java.time.Instant;
import org.redress.notification.channels.Envelope;

/** What came of writing a message: a mail to be sent, or the reason why there is none. */
public sealed interface Writing {
    record Written(Envelope envelope) implements Writing {}

    /** There can be none, now or later. */
    record Impossible(String reason) implements Writing {}

    /** There is to be none. */
    record Unneeded(String reason) implements Writing {}

    /** There is to be none before this instant. */
    record TooMany(String reason, Instant until) implements Writing {}
}
