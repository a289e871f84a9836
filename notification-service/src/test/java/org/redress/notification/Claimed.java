package org.redress.notification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;

/** A message as a sender holds it, of which nothing is known but what a test says. */
public final class Claimed {
    private Claimed() {}

    /** A page to a member of staff, about nothing. */
    public static Message page() {
        return message(
                UUID.randomUUID(),
                1,
                Purpose.ESCALATION_PAGE,
                Mode.REAL,
                null,
                new Recipient(Recipient.Kind.STAFF, "zhang.lei"));
    }

    /** A page that was due at this instant, and how often it has been attempted by now. */
    public static Message due(Instant at, int attempt) {
        return message(
                UUID.randomUUID(),
                attempt,
                Purpose.ESCALATION_PAGE,
                Mode.REAL,
                null,
                new Recipient(Recipient.Kind.STAFF, "zhang.lei"),
                at);
    }

    public static Message message(
            UUID id,
            int attempt,
            Purpose purpose,
            Mode mode,
            @Nullable CaseRef about,
            Recipient recipient) {
        return message(id, attempt, purpose, mode, about, recipient, Instant.EPOCH);
    }

    private static Message message(
            UUID id,
            int attempt,
            Purpose purpose,
            Mode mode,
            @Nullable CaseRef about,
            Recipient recipient,
            Instant dueAt) {
        return new Message(
                id,
                attempt,
                purpose,
                new Origin(mode, null, null, null),
                about,
                recipient,
                null,
                null,
                null,
                Set.of(),
                null,
                dueAt,
                Instant.EPOCH,
                null);
    }
}
