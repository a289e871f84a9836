package org.redress.escalation.changes;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Absence;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;

/** What may go wrong in an organisation although it is valid. */
final class Risks {

    private final Organisation organisation;
    private final SortedSet<Instant> instants;
    private final Set<Names> found = new LinkedHashSet<>();

    private Risks(Organisation organisation, SortedSet<Instant> instants) {
        this.organisation = organisation;
        this.instants = instants;
    }

    /** In sentences, as it is at these instants. */
    static Set<Names> of(Organisation organisation, SortedSet<Instant> instants) {
        var risks = new Risks(organisation, instants);
        Asked.in(organisation.document()).forEach(risks::heldByNobody);
        for (Document.Unit unit : organisation.document().units()) {
            Asked.policies(organisation.document(), unit.path())
                    .forEach(policy -> risks.wakesOne(policy, unit.path()));
        }
        organisation.document().absences().forEach(risks::withoutDeputy);
        return risks.found;
    }

    private void heldByNobody(Asked asked) {
        instants.stream()
                .filter(at -> !first(asked, at).role().equals(asked.role()))
                .findFirst()
                .ifPresent(at -> {
                    Reached instead = first(asked, at);
                    found.add(
                            new Names(
                                    "自 %s 起，%s的 %s 无人在岗，改为通知%s（%s）。"
                                            .formatted(
                                                    minute(at),
                                                    organisation.name(asked.unit()).zh(),
                                                    asked.role(),
                                                    organisation.name(instead.person()).zh(),
                                                    instead.role()),
                                    "From %s nobody is there as %s of %s; %s (%s) is reached."
                                            .formatted(
                                                    minute(at),
                                                    asked.role(),
                                                    organisation.name(asked.unit()).en(),
                                                    organisation.name(instead.person()).en(),
                                                    instead.role())));
                });
    }

    private Reached first(Asked asked, Instant at) {
        return organisation.reach(asked.role(), asked.unit(), at).getFirst();
    }

    private void wakesOne(EscalationPolicy policy, UnitPath unit) {
        for (Instant at : instants) {
            Set<PersonId> woken =
                    policy.steps().stream()
                            .flatMap(step -> organisation.reach(step.role(), unit, at).stream())
                            .map(Reached::person)
                            .collect(Collectors.toSet());
            if (woken.size() == 1) {
                Names only = organisation.name(woken.iterator().next());
                found.add(
                        new Names(
                                "自 %s 起，%s的预案“%s”只通知%s一人。"
                                        .formatted(
                                                minute(at),
                                                organisation.name(unit).zh(),
                                                policy.name().zh(),
                                                only.zh()),
                                "From %s policy %s wakes nobody but %s for %s."
                                        .formatted(
                                                minute(at),
                                                policy.id(),
                                                only.en(),
                                                organisation.name(unit).en())));
                return;
            }
        }
    }

    private void withoutDeputy(Absence absence) {
        boolean onDuty =
                organisation.document().duties().stream()
                        .anyMatch(duty ->
                                absence.person().equals(duty.a())
                                        || absence.person().equals(duty.b()));
        if (onDuty && absence.deputy() == null) {
            found.add(
                    new Names(
                            "%s自 %s 至 %s 缺勤，无代理人。"
                                    .formatted(
                                            organisation.name(absence.person()).zh(),
                                            absence.from(),
                                            absence.until()),
                            "%s is away from %s until %s and nobody stands in."
                                    .formatted(
                                            organisation.name(absence.person()).en(),
                                            absence.from(),
                                            absence.until())));
        }
    }

    private String minute(Instant at) {
        return Preview.minute(at, organisation.zone());
    }
}
