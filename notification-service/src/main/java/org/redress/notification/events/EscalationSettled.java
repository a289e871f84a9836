package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage;

/** What notification reads of {@code redress.escalation.settled.v1}. */
record EscalationSettled(
        String escalationId,
        News.Outcome outcome,
        @Nullable String handler,
        @Nullable Actor actor,
        Instant occurredAt) {
    EscalationSettled {
        requireNonNull(escalationId, "escalationId");
        requireNonNull(outcome, "outcome");
        requireNonNull(occurredAt, "occurredAt");
    }

    /** How it ended, and by whom: who resolved it, or the person who judged it anew. */
    PagedMessage.End end() {
        var person = actor != null && actor.kind().equals("PERSON") ? actor.id() : null;
        return new PagedMessage.End(outcome, handler == null ? person : handler, occurredAt);
    }

    /** Who did it. */
    record Actor(String kind, String id) {
        Actor {
            requireNonNull(kind, "kind");
            requireNonNull(id, "id");
        }
    }
}
