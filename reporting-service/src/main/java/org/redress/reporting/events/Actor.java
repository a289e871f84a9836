package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Who did it: a person of staff, a rule, a timer or the customer, by id and never by name. */
public record Actor(Code kind, @Nullable String role, String id) {
    public Actor {
        requireNonNull(kind, "actor.kind");
        requireNonNull(id, "actor.id");
    }
}
