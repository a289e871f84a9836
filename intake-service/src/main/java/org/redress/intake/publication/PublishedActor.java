package org.redress.intake.publication;

import org.jspecify.annotations.Nullable;
import org.redress.intake.staff.Actor;

/** Who did it, in the published language. */
record PublishedActor(String kind, @Nullable String role, String id) {

    static PublishedActor of(Actor actor) {
        return new PublishedActor(
                actor.role() == null ? "RULE" : "PERSON", actor.role(), actor.id());
    }
}
