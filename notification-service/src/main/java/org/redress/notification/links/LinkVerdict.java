package org.redress.notification.links;

import java.util.UUID;

/** What a token turned out to be. */
public sealed interface LinkVerdict {
    /** Ours, and still good, for this message. */
    record Valid(UUID messageId) implements LinkVerdict {}

    /** Ours, but its time is over. */
    record Expired(UUID messageId) implements LinkVerdict {}

    /** Not ours, or changed on its way. */
    record Forged() implements LinkVerdict {}
}
