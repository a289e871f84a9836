package org.redress.notification.mails;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call, for everybody who was called.
 *
 * @param personId who has it, or who ended it
 * @param thread the messages that called the reader, oldest first
 */
public record News(Outcome outcome, @Nullable String personId, Instant at, List<UUID> thread) {

    public News {
        thread = List.copyOf(Objects.requireNonNullElse(thread, List.of()));
    }

    /** How a call can end. */
    public enum Outcome {
        /** Somebody has it. */
        TAKEN,
        RESOLVED,
        CLOSED,
        WITHDRAWN,
        /** A person judged the case less grave. */
        CALMED,
        /** The case went to a unit that sees to it without being called. */
        MOVED,
        /** A newer call about the same case took its place. */
        SUPERSEDED
    }
}
