package org.redress.escalation.handling;

import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;

/** The person at work, and whether they may act for the handler. */
public record Hand(PersonId person, boolean manages) {

    public Actor actor() {
        return Actor.person(person, manages ? "manager" : "handler");
    }
}
