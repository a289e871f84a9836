package org.redress.escalation.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.platform.web.UnitPaths;

/**
 * Turns what was written into an organisation, or lists everything that is wrong with it at once.
 */
final class OrganisationCheck {

    private static final Pattern PERSON = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
    private static final Duration FORESIGHT = Duration.ofDays(366);

    private final Document document;
    private final ZoneId zone;
    private final Mistakes mistakes;
    private final Set<UnitPath> units;
    private final Set<PersonId> persons;
    private final Set<String> roles;

    private OrganisationCheck(Document document, ZoneId zone) {
        this.document = document;
        this.zone = zone;
        this.mistakes = new Mistakes(zone);
        this.units = document.units().stream().map(Document.Unit::path).collect(Collectors.toSet());
        this.persons =
                document.persons().stream().map(Document.Person::id).collect(Collectors.toSet());
        this.roles = document.duties().stream().map(Duty::role).collect(Collectors.toSet());
    }

    /**
     * The organisation that the document describes; what names no zone has the tenant's.
     *
     * @param name what people call the document
     * @param version which one it is
     * @param now from when on somebody has to be there
     * @throws InvalidOrganisation with every mistake
     */
    static Organisation check(
            String name, long version, Document document, ZoneId zone, Instant now) {
        var check = new OrganisationCheck(document, zone);
        Map<String, BusinessCalendar> calendars = check.checkEntries();
        check.mistakes.refuse(name);
        var organisation = new Organisation(version, document, zone, calendars);
        check.checkEveryQuestionHasAnAnswer(organisation);
        check.mistakes.refuse(name);
        check.checkTheWatch(organisation, now);
        check.mistakes.refuse(name);
        return organisation;
    }

    private Map<String, BusinessCalendar> checkEntries() {
        checkUnits();
        checkPersons();
        checkRosters();
        checkDuties();
        checkAbsences();
        Map<String, BusinessCalendar> calendars = new ClockCheck(document, zone, mistakes).check();
        checkPolicies(calendars.keySet());
        checkAuthorities();
        return calendars;
    }

    private void checkUnits() {
        mistakes.distinct("units", document.units(), Document.Unit::path);
        known("reception", document.reception());
        Mistakes.each(
                "units",
                document.units(),
                (path, unit) -> {
                    mistakes.named(path, unit.name());
                    if (!UnitPaths.isPath(unit.path().value())) {
                        mistakes.add(path + ".path", "is no path like hq/outlets/east");
                    }
                    unit.path().parent().ifPresent(parent -> known(path + ".path", parent));
                });
    }

    private void checkPersons() {
        mistakes.distinct("persons", document.persons(), Document.Person::id);
        Mistakes.each(
                "persons",
                document.persons(),
                (path, person) -> {
                    mistakes.named(path, person.name());
                    if (!PERSON.matcher(person.id().value()).matches()) {
                        mistakes.add(path + ".id", "is no id like wang.fang");
                    }
                    known(path + ".unit", person.unit());
                    mistakes.forwards(path, person.validity());
                    if (person.superior() != null) {
                        employed(path + ".superior", person.superior());
                    }
                    if (person.language() != null && !LANGUAGES.contains(person.language())) {
                        mistakes.add(path + ".language", "is none of " + LANGUAGES);
                    }
                });
    }

    private void checkRosters() {
        mistakes.distinct("rosters", document.rosters(), Roster::name);
        Mistakes.each(
                "rosters",
                document.rosters(),
                (path, roster) -> {
                    Mistakes.each(path + ".persons", roster.persons(), this::employed);
                    Mistakes.each(
                            path + ".overrides",
                            roster.overrides(),
                            (at, instead) -> {
                                employed(at + ".person", instead.person());
                                mistakes.forwards(at, instead.validity());
                            });
                    mistakes.disjoint(
                            path + ".overrides",
                            roster.overrides(),
                            _ -> roster.name(),
                            Roster.Instead::validity);
                });
    }

    private void checkDuties() {
        mistakes.disjoint(
                "duties",
                document.duties(),
                duty -> duty.role() + " of " + duty.unit(),
                Duty::validity);
        Mistakes.each(
                "duties",
                document.duties(),
                (path, duty) -> {
                    known(path + ".unit", duty.unit());
                    mistakes.forwards(path, duty.validity());
                    if (duty.roster() == null) {
                        employed(path + ".a", duty.a());
                    } else {
                        inTurns(path, duty, duty.roster());
                    }
                    if (duty.b() != null) {
                        employed(path + ".b", duty.b());
                    }
                });
    }

    private void inTurns(String path, Duty duty, String roster) {
        if (duty.a() != null) {
            mistakes.add(path + ".a", "stands beside a roster; one of them says who has the duty");
        }
        roster(path, roster);
    }

    private void checkAbsences() {
        mistakes.disjoint("absences", document.absences(), Absence::person, Absence::validity);
        Mistakes.each(
                "absences",
                document.absences(),
                (path, absence) -> {
                    employed(path + ".person", absence.person());
                    mistakes.forwards(path, absence.validity());
                    if (absence.deputy() != null) {
                        employed(path + ".deputy", absence.deputy());
                    }
                });
    }

    private void checkPolicies(Set<String> calendars) {
        mistakes.distinct("policies", document.policies(), EscalationPolicy::id);
        Mistakes.each(
                "policies",
                document.policies(),
                (path, policy) -> {
                    mistakes.named(path, policy.name());
                    known(path + ".unit", policy.unit());
                    Mistakes.each(
                            path + ".steps",
                            policy.steps(),
                            (at, step) -> {
                                step(at, step, calendars);
                                if (step.role() == null) {
                                    Mistakes.each(at + ".targets", step.targets(), this::target);
                                } else {
                                    role(at, step.role());
                                }
                            });
                });
    }

    private void checkAuthorities() {
        mistakes.distinct(
                "authorities",
                document.authorities(),
                authority -> authority.role() + " in " + authority.currency());
        Mistakes.each(
                "authorities",
                document.authorities(),
                (path, authority) -> {
                    if (!authority.role().equals(Authority.HANDLER)) {
                        role(path, authority.role());
                    }
                    if (Currency.getAvailableCurrencies().stream()
                            .map(Currency::getCurrencyCode)
                            .noneMatch(authority.currency()::equals)) {
                        mistakes.add(path + ".currency", "is no currency like CNY");
                    }
                    if (authority.upTo().signum() <= 0) {
                        mistakes.add(path + ".upTo", "must be more than nothing");
                    }
                });
    }

    private void step(String at, EscalationPolicy.Step step, Set<String> calendars) {
        if (step.during() != null && !calendars.contains(step.during())) {
            mistakes.add(
                    at + ".during",
                    "unknown calendar '%s'; known are %s".formatted(step.during(), calendars));
        }
    }

    private void target(String at, Target target) {
        if (target.isDuty()) {
            role(at, target.as());
        }
        if (target.unit() != null) {
            known(at + ".unit", target.unit());
        }
        if (target.person() != null) {
            employed(at + ".person", target.person());
        }
        if (target.roster() != null) {
            roster(at, target.roster());
        }
    }

    private void role(String at, String role) {
        if (!roles.contains(role)) {
            mistakes.add(at + ".role", "unknown role '%s'; duties name %s".formatted(role, roles));
        }
    }

    private void roster(String at, String name) {
        if (document.rosters().stream().noneMatch(one -> one.name().equals(name))) {
            mistakes.add(at + ".roster", "unknown roster '%s'".formatted(name));
        }
    }

    private void checkEveryQuestionHasAnAnswer(Organisation organisation) {
        checkTheLastResort(organisation);
        for (UnitPath unit : units) {
            for (EscalationPolicy policy : document.policies()) {
                if (unit.upwards().anyMatch(policy.unit()::equals)) {
                    checkHolders(organisation, policy, unit);
                }
            }
            for (Severity severity : Severity.values()) {
                checkCovered(organisation, unit, severity);
            }
        }
    }

    private void checkHolders(Organisation organisation, EscalationPolicy policy, UnitPath unit) {
        policy.steps().stream()
                .flatMap(step -> step.whom().stream())
                .filter(target -> target.isDuty())
                .filter(target -> !organisation.has(target.as(), target.in(unit)))
                .forEach(target ->
                        mistakes.add(
                                "duties",
                                "nobody is %s for %s, whom policy %s would page"
                                        .formatted(target.as(), target.in(unit), policy.id())));
    }

    /** Whoever else is away: who has the watch is there, for a year from now. */
    private void checkTheWatch(Organisation organisation, Instant now) {
        organisation.edges(now, now.plus(FORESIGHT)).stream()
                .filter(at -> !organisation.isWatched(at))
                .findFirst()
                .ifPresent(at ->
                        mistakes.add(
                                "duties",
                                "nobody who is %s of %s is there at %s; it is the last resort"
                                        .formatted(
                                                organisation.watch(),
                                                organisation.root(),
                                                at.atZone(zone).toLocalDateTime())));
    }

    private static boolean isAsked(Trigger trigger, Severity severity, UnitPath unit) {
        return switch (trigger) {
            case SEVERITY -> severity.isUrgent();
            case CLOCK_BREACH, REOPENED -> true;
            case CLOCK_WARNING -> false;
            case ALARM -> unit.parent().isEmpty();
            case BY_HAND, STILL_ON_IT, ON_SITE -> false;
        };
    }

    /** The last resort is a role that is there around the clock. */
    private void checkTheLastResort(Organisation organisation) {
        organisation
                .findPolicy(Matter.of(Trigger.ALARM, Severity.CRITICAL), organisation.root())
                .filter(policy -> {
                    EscalationPolicy.Step first = policy.steps().getFirst();
                    return first.during() != null || !first.whom().getFirst().isDuty();
                })
                .ifPresent(policy ->
                        mistakes.add(
                                "policies",
                                "the first step of %s, which alarms page, must be a role and have no hours"
                                        .formatted(policy.id())));
    }

    private void checkCovered(Organisation organisation, UnitPath unit, Severity severity) {
        for (Trigger trigger : Trigger.values()) {
            if (isAsked(trigger, severity, unit)
                    && organisation.findPolicy(Matter.of(trigger, severity), unit).isEmpty()) {
                mistakes.add(
                        "policies",
                        "none for trigger %s and severity %s in %s, whatever the class, category and level"
                                .formatted(trigger, severity, unit));
            }
        }
        for (ClockName clock : ClockName.OF_EVERY_CASE) {
            for (Tier tier : Tier.values()) {
                if (document.clocks().stream()
                        .noneMatch(rule -> rule.covers(clock, severity, tier))) {
                    mistakes.add(
                            "clocks",
                            "no rule for %s at severity %s and tier %s"
                                    .formatted(clock, severity, tier));
                }
            }
        }
    }

    private void known(String path, UnitPath unit) {
        if (unit == null || !units.contains(unit)) {
            mistakes.add(path, "unknown unit '%s'".formatted(unit));
        }
    }

    private void employed(String path, PersonId person) {
        if (person == null || !persons.contains(person)) {
            mistakes.add(path, "unknown person '%s'".formatted(person));
        }
    }
}
