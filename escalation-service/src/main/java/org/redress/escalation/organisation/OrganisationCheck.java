package org.redress.escalation.organisation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.WorkingHours;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/**
 * Turns what was written into an organisation, or lists everything that is wrong with it at once.
 */
final class OrganisationCheck {

    private final OrganisationFile file;
    private final ZoneId zone;
    private final List<String> problems = new ArrayList<>();
    private final Set<UnitPath> units;
    private final Set<PersonId> persons;
    private final Set<String> roles;

    private OrganisationCheck(OrganisationFile file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
        this.units =
                file.units().stream()
                        .map(OrganisationFile.UnitEntry::path)
                        .collect(Collectors.toSet());
        this.persons =
                file.persons().stream()
                        .map(OrganisationFile.PersonEntry::id)
                        .collect(Collectors.toSet());
        this.roles = file.duties().stream().map(Duty::role).collect(Collectors.toSet());
    }

    /**
     * The organisation that the file describes; calendars without a zone get the tenant's.
     *
     * @throws InvalidOrganisation with every problem
     */
    static Organisation check(String name, OrganisationFile file, ZoneId zone) {
        return new OrganisationCheck(file, zone).check(name);
    }

    private Organisation check(String name) {
        checkUnits();
        checkPersons();
        checkDuties();
        Map<String, BusinessCalendar> calendars = checkCalendars();
        checkClocks(calendars.keySet());
        checkPolicies();
        var organisation = new Organisation(file, calendars);
        if (problems.isEmpty()) {
            checkEveryQuestionHasAnAnswer(organisation);
        }
        if (!problems.isEmpty()) {
            throw new InvalidOrganisation(name, problems);
        }
        return organisation;
    }

    private void checkUnits() {
        distinct("units", file.units(), OrganisationFile.UnitEntry::path);
        known("reception", file.reception());
        each(
                "units",
                file.units(),
                (path, unit) -> {
                    named(path, unit.name());
                    unit.path().parent().ifPresent(parent -> known(path + ".path", parent));
                });
    }

    private void checkPersons() {
        distinct("persons", file.persons(), OrganisationFile.PersonEntry::id);
        each(
                "persons",
                file.persons(),
                (path, person) -> {
                    named(path, person.name());
                    known(path + ".unit", person.unit());
                });
    }

    private void checkDuties() {
        distinct("duties", file.duties(), duty -> duty.role() + " of " + duty.unit());
        each(
                "duties",
                file.duties(),
                (path, duty) -> {
                    known(path + ".unit", duty.unit());
                    employed(path + ".a", duty.a());
                    if (duty.b() != null) {
                        employed(path + ".b", duty.b());
                    }
                    if (duty.role() == null || duty.role().isBlank()) {
                        problem(path + ".role", "is missing");
                    }
                });
    }

    private Map<String, BusinessCalendar> checkCalendars() {
        distinct("calendars", file.calendars(), OrganisationFile.CalendarEntry::name);
        Map<String, BusinessCalendar> calendars = new HashMap<>();
        each(
                "calendars",
                file.calendars(),
                (path, entry) -> {
                    try {
                        calendars.put(entry.name(), calendar(entry));
                    } catch (IllegalArgumentException refused) {
                        problem(path + ".hours", String.valueOf(refused.getMessage()));
                    }
                });
        return calendars;
    }

    private BusinessCalendar calendar(OrganisationFile.CalendarEntry entry) {
        return entry.hours() == null
                ? new RoundTheClock(entry.name())
                : new WorkingHours(
                        entry.name(), entry.zone() == null ? zone : entry.zone(), entry.hours());
    }

    private void checkClocks(Set<String> calendars) {
        each(
                "clocks",
                file.clocks(),
                (path, rule) -> {
                    if (rule.clock() == null) {
                        problem(path + ".clock", "is missing");
                    }
                    if (rule.calendar() == null || !calendars.contains(rule.calendar())) {
                        problem(
                                path + ".calendar",
                                "unknown calendar '%s'; known are %s"
                                        .formatted(rule.calendar(), calendars));
                    }
                });
    }

    private void checkPolicies() {
        distinct("policies", file.policies(), EscalationPolicy::id);
        each(
                "policies",
                file.policies(),
                (path, policy) -> {
                    named(path, policy.name());
                    known(path + ".unit", policy.unit());
                    each(
                            path + ".steps",
                            policy.steps(),
                            (at, step) -> {
                                if (!roles.contains(step.role())) {
                                    problem(
                                            at + ".role",
                                            "unknown role '%s'; duties name %s"
                                                    .formatted(step.role(), roles));
                                }
                            });
                });
    }

    private void checkEveryQuestionHasAnAnswer(Organisation organisation) {
        for (UnitPath unit : units) {
            for (EscalationPolicy policy : file.policies()) {
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
                .filter(step -> organisation.find(step.role(), unit).isEmpty())
                .forEach(step ->
                        problem(
                                "duties",
                                "nobody is %s for %s, whom policy %s would page"
                                        .formatted(step.role(), unit, policy.id())));
    }

    private static boolean isAsked(Trigger trigger, Severity severity, UnitPath unit) {
        return switch (trigger) {
            case SEVERITY -> severity.isUrgent();
            case CLOCK_BREACH, REOPENED -> true;
            case ALARM -> unit.parent().isEmpty();
        };
    }

    private void checkCovered(Organisation organisation, UnitPath unit, Severity severity) {
        for (Trigger trigger : Trigger.values()) {
            if (isAsked(trigger, severity, unit)
                    && organisation.findPolicy(trigger, severity, unit).isEmpty()) {
                problem(
                        "policies",
                        "none for trigger %s and severity %s in %s"
                                .formatted(trigger, severity, unit));
            }
        }
        for (ClockName clock : ClockName.values()) {
            for (Tier tier : Tier.values()) {
                if (organisation.findClock(clock, severity, tier).isEmpty()) {
                    problem(
                            "clocks",
                            "no rule for %s at severity %s and tier %s"
                                    .formatted(clock, severity, tier));
                }
            }
        }
    }

    private void known(String path, UnitPath unit) {
        if (unit == null || !units.contains(unit)) {
            problem(path, "unknown unit '%s'".formatted(unit));
        }
    }

    private void employed(String path, PersonId person) {
        if (person == null || !persons.contains(person)) {
            problem(path, "unknown person '%s'".formatted(person));
        }
    }

    private void named(String path, Names name) {
        if (name == null) {
            problem(path + ".name", "is missing");
        }
    }

    private <T> void distinct(String path, List<T> entries, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        each(
                path,
                entries,
                (at, entry) -> {
                    if (!seen.add(key.apply(entry))) {
                        problem(at, "'%s' stands here a second time".formatted(key.apply(entry)));
                    }
                });
    }

    private static <T> void each(String path, List<T> entries, BiConsumer<String, T> check) {
        for (int i = 0; i < entries.size(); i++) {
            check.accept(path + "[" + i + "]", entries.get(i));
        }
    }

    private void problem(String path, String wrong) {
        String problem = path + ": " + wrong;
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
