package org.redress.escalation.duty;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;

/**
 * Who is reached for which duty at an instant.
 *
 * @param version of the organisation by which it is told
 */
public record DutyPlanView(Instant at, long version, List<OnDuty> duties) {

    /** A duty of a unit, and who is reached for it, one after another. */
    public record OnDuty(String role, String unit, Names unitName, List<Who> reached) {

        public OnDuty {
            reached = List.copyOf(reached);
        }
    }

    /** A person, in whose place they are reached, and why it is them. */
    public record Who(String personId, Names name, Holder holder, String role, List<Names> why) {

        public Who {
            why = List.copyOf(why);
        }
    }

    public DutyPlanView {
        duties = List.copyOf(duties);
    }

    static DutyPlanView of(Organisation organisation, Predicate<Duty> which, Instant at) {
        return new DutyPlanView(
                at,
                organisation.version(),
                organisation.document().duties().stream()
                        .filter(which)
                        .map(duty -> onDuty(duty, organisation, at))
                        .distinct()
                        .toList());
    }

    private static OnDuty onDuty(Duty duty, Organisation organisation, Instant at) {
        return new OnDuty(
                duty.role(),
                duty.unit().value(),
                organisation.name(duty.unit()),
                organisation.reach(duty.role(), duty.unit(), at).stream()
                        .map(reached -> who(reached, organisation))
                        .toList());
    }

    private static Who who(Reached reached, Organisation organisation) {
        return new Who(
                reached.person().value(),
                organisation.name(reached.person()),
                reached.holder(),
                reached.role(),
                reached.why());
    }
}
