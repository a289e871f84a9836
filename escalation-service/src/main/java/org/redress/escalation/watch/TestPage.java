package org.redress.escalation.watch;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.organisation.Target;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.Ladder;

/**
 * A page to one person, whoever stands in for them, that asks for nothing but an answer (PL-09).
 */
public final class TestPage {

    /** How long they have. */
    public static final Duration TIME = Duration.ofHours(1);

    static final String WHY =
            "a test whether you can be reached; nothing is wrong, please acknowledge";

    private TestPage() {}

    static EscalationPolicy of(UnitPath unit, PersonId person) {
        return new EscalationPolicy(
                "reachability-test",
                1,
                new Names("可达性测试", "Reachability test"),
                unit,
                Set.of(Trigger.ALARM),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                null,
                null,
                List.of(
                        new EscalationPolicy.Step(
                                null,
                                null,
                                List.of(new Target(null, person, null, null)),
                                TIME,
                                null,
                                null)));
    }

    static Ladder to(PersonId person, UnitPath unit) {
        return new Ladder(
                (_, _, _) ->
                        List.of(new Reached(person, Holder.A, Target.BY_NAME, unit, List.of())),
                0,
                UuidCreator::getTimeOrderedEpoch);
    }
}
