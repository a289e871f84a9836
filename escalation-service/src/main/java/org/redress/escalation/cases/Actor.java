package org.redress.escalation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who did it: a person, a rule, the timer or the customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(Kind kind, @Nullable String role, String id) {

    /** What sort of actor. */
    public enum Kind {
        PERSON,
        RULE,
        TIMER,
        CUSTOMER
    }

    public Actor {
        Objects.requireNonNull(kind, "actor.kind");
        Objects.requireNonNull(id, "actor.id");
    }

    /** The timer, on behalf of the clocks or the escalations. */
    public static Actor timer(String what) {
        return new Actor(Kind.TIMER, null, what);
    }

    /** A rule, by its name. */
    public static Actor rule(String name) {
        return new Actor(Kind.RULE, null, name);
    }

    public static Actor person(PersonId person, @Nullable String role) {
        return new Actor(Kind.PERSON, role, person.value());
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }
}
