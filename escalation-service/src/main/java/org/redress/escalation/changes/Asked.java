package org.redress.escalation.changes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Trigger;

/** A duty that a policy may ask for: of the unit, or of one above it that has it. */
record Asked(String role, UnitPath unit) {

    /** All that the policies of the document ask for in its units. */
    static List<Asked> in(Document document) {
        return document.units().stream()
                .map(Document.Unit::path)
                .flatMap(unit ->
                        policies(document, unit)
                                .flatMap(policy -> policy.steps().stream())
                                .map(step -> new Asked(step.role(), unit)))
                .distinct()
                .toList();
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
