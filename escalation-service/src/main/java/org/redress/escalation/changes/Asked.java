package org.redress.escalation.changes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.organisation.Target;
import org.redress.escalation.organisation.Trigger;

/** Whom a policy may ask for: a duty of the unit, or of one above it that has it, or others. */
record Asked(Target target, UnitPath unit) {

    /** All that the policies of the document ask for in its units. */
    static List<Asked> in(Document document) {
        return document.units().stream()
                .map(Document.Unit::path)
                .flatMap(unit ->
                        policies(document, unit)
                                .flatMap(policy -> policy.steps().stream())
                                .flatMap(step -> step.whom().stream())
                                .map(target -> of(target, unit)))
                .distinct()
                .toList();
    }

    private static Asked of(Target target, UnitPath unit) {
        return target.role() == null || target.unit() == null
                ? new Asked(target, target.in(unit))
                : new Asked(Target.role(target.role()), target.unit());
    }

    List<Reached> reached(Organisation organisation, Instant at) {
        return organisation.reach(target, unit, at);
    }

    /** The policies that hold for the unit, its own and those from above; alarms are the root's. */
    static Stream<EscalationPolicy> policies(Document document, UnitPath unit) {
        return document.policies().stream()
                .filter(policy -> unit.upwards().anyMatch(policy.unit()::equals))
                .filter(policy ->
                        unit.parent().isEmpty()
                                || !policy.triggers().equals(Set.of(Trigger.ALARM)));
    }
}
