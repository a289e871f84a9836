package org.redress.intake.publication;

import org.redress.intake.staff.Actor;

/** Who did it, in the published language. */
record PublishedActor(String kind, String role, String id) {

    static PublishedActor of(Actor actor) {
        return new PublishedActor("PERSON", actor.role(), actor.id());
    }
}
