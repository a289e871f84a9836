package org.redress.intake.staff;

import java.util.Objects;
import java.util.stream.Stream;
import org.redress.platform.web.Caller;

/** Who did it: a person of staff by id, in the role that allowed it. */
public record Actor(String id, String role) {

    public Actor {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
    }

    /** The caller, in the first of these roles that they have. */
    public static Actor of(Caller caller, String... roles) {
        String role = Stream.of(roles).filter(caller::has).findFirst().orElse(roles[0]);
        return new Actor(caller.personId(), role);
    }
}
