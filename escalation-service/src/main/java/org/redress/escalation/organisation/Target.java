package org.redress.escalation.organisation;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * Whom a step pages.
 *
 * @param role of the unit that owns the case, unless a unit is named with it
 * @param unit whose role it is; its duty officer's where no role is named
 * @param roster who has the turn in it
 */
public record Target(
        @Nullable String role,
        @Nullable PersonId person,
        @Nullable UnitPath unit,
        @Nullable String roster) {

    private static final String DUTY_OFFICER = "duty-officer";

    /** As what somebody is paged whom nothing but their name asks for. */
    public static final String BY_NAME = "by-name";

    public Target {
        boolean duty = role != null || unit != null;
        if (Stream.of(duty, person != null, roster != null).filter(told -> told).count() != 1) {
            throw new IllegalArgumentException(
                    "a target is a role (and its unit), a person, a unit or a roster");
        }
    }

    /** The role in the unit that owns the case. */
    public static Target role(String role) {
        return new Target(role, null, null, null);
    }

    /** As what they are paged. */
    public String as() {
        if (person != null) {
            return BY_NAME;
        }
        if (roster != null) {
            return roster;
        }
        return role == null ? DUTY_OFFICER : role;
    }

    boolean isDuty() {
        return person == null && roster == null;
    }

    /** In which unit it is asked for. */
    public UnitPath in(UnitPath owner) {
        return unit == null ? owner : unit;
    }
}
