package org.redress.escalation.changes;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Absence;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Duty;
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
    static Set<Names> of(
            Organisation organisation, Set<PersonId> unreached, SortedSet<Instant> instants) {
        var risks = new Risks(organisation, instants);
        Asked.in(organisation.document()).forEach(risks::heldByNobody);
        for (Document.Unit unit : organisation.document().units()) {
            Asked.policies(organisation.document(), unit.path())
                    .forEach(policy -> risks.wakesOne(policy, unit.path()));
        }
        organisation.document().absences().forEach(risks::withoutDeputy);
        organisation.document().policies().forEach(risks::hasHours);
        organisation.document().duties().forEach(duty -> risks.isOfTheUnreached(duty, unreached));
        return risks.found;
    }

    private void heldByNobody(Asked asked) {
        instants.stream()
                .filter(at -> !first(asked, at).role().equals(asked.target().as()))
                .findFirst()
                .ifPresent(at -> {
                    Reached instead = first(asked, at);
                    found.add(
                            new Names(
                                    "自 %s 起，%s的 %s 无人在岗，改为通知%s（%s）。"
                                            .formatted(
                                                    minute(at),
                                                    organisation.name(asked.unit()).zh(),
                                                    asked.target().as(),
                                                    organisation.name(instead.person()).zh(),
                                                    instead.role()),
                                    "From %s nobody is there as %s of %s; %s (%s) is reached."
                                            .formatted(
                                                    minute(at),
                                                    asked.target().as(),
                                                    organisation.name(asked.unit()).en(),
                                                    organisation.name(instead.person()).en(),
                                                    instead.role())));
                });
    }

    private Reached first(Asked asked, Instant at) {
        return asked.reached(organisation, at).getFirst();
    }

    private void wakesOne(EscalationPolicy policy, UnitPath unit) {
        for (Instant at : instants) {
            Set<PersonId> woken =
                    policy.steps().stream()
                            .flatMap(step -> step.whom().stream())
                            .flatMap(whom -> organisation.reach(whom, unit, at).stream())
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

    private void isOfTheUnreached(Duty duty, Set<PersonId> unreached) {
        Stream<PersonId> turns =
                organisation.document().rosters().stream()
                        .filter(roster -> roster.name().equals(duty.roster()))
                        .flatMap(roster -> roster.persons().stream());
        Stream.concat(turns, Stream.of(duty.a(), duty.b()).filter(Objects::nonNull))
                .filter(unreached::contains)
                .forEach(person ->
                        found.add(
                                new Names(
                                        "最近一次通知未能送达%s，其职责为%s的 %s。"
                                                .formatted(
                                                        organisation.name(person).zh(),
                                                        organisation.name(duty.unit()).zh(),
                                                        duty.role()),
                                        "The latest page to %s, who is %s of %s, could not be delivered."
                                                .formatted(
                                                        organisation.name(person).en(),
                                                        duty.role(),
                                                        organisation.name(duty.unit()).en()))));
    }

    private void hasHours(EscalationPolicy policy) {
        if (policy.steps().stream().allMatch(step -> step.during() != null)) {
            found.add(
                    new Names(
                            "预案“%s”的每一步都限定了时间；时间以外无人被通知，由值守处理。".formatted(policy.name().zh()),
                            "Outside of the hours of its steps policy %s reaches nobody but the watch."
                                    .formatted(policy.id())));
        }
    }

    private String minute(Instant at) {
        return Preview.minute(at, organisation.zone());
    }
}
