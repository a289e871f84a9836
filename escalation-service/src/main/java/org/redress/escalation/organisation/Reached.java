package org.redress.escalation.organisation;

import java.util.List;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * Somebody who is reached for a duty.
 *
 * @param holder in whose place: A's or B's
 * @param role the role of the duty, which may be another than the one that was asked for
 * @param unit the unit of the duty, which may stand above the one that was asked for
 * @param why in sentences
 */
public record Reached(PersonId person, Holder holder, String role, UnitPath unit, List<Names> why) {

    public Reached {
        why = List.copyOf(why);
    }
}
