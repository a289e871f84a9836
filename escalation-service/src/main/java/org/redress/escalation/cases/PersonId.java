package org.redress.escalation.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A person of staff, never by name: the id is also the login, like {@code wang.fang}. */
public record PersonId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (Objects.requireNonNull(value, "person").isBlank()) {
            throw new IllegalArgumentException("a person's id is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
