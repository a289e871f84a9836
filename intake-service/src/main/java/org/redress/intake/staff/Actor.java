package org.redress.intake.staff;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;

/** Who did it: a person of staff by id, in the role that allowed it; or a rule, without a role. */
public record Actor(String id, @Nullable String role) {

    /** Nobody: a rule of intake did it. */
    public static final Actor RULE = new Actor("late-case", null);

    public Actor {
        Objects.requireNonNull(id);
    }

    /** The caller, in the first of these roles that they have. */
    public static Actor of(Caller caller, String... roles) {
        String role = Stream.of(roles).filter(caller::has).findFirst().orElse(roles[0]);
        return new Actor(caller.personId(), role);
    }
}
