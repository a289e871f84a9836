package org.redress.escalation.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/** The organisation as it was found valid: every question it can be asked has an answer. */
public final class Organisation implements Duties {

    private final UnitPath reception;
    private final Set<UnitPath> units;
    private final List<Duty> duties;
    private final Map<String, BusinessCalendar> calendars;
    private final List<ClockRule> clocks;
    private final List<EscalationPolicy> policies;

    Organisation(OrganisationFile file, Map<String, BusinessCalendar> calendars) {
        this.reception = file.reception();
        this.units =
                file.units().stream()
                        .map(OrganisationFile.UnitEntry::path)
                        .collect(Collectors.toUnmodifiableSet());
        this.duties = file.duties();
        this.calendars = Map.copyOf(calendars);
        this.clocks = file.clocks();
        this.policies = file.policies();
    }

    /** The unit that owns a case until triage has said whose it is (ES-01: always exactly one). */
    public UnitPath reception() {
        return reception;
    }

    /** The unit above all others: its watch hears of what goes wrong inside of the platform. */
    public UnitPath root() {
        return reception.upwards().reduce((_, above) -> above).orElseThrow();
    }

    /**
     * Our unit that somebody named, with or without slashes around it.
     *
     * @return empty if it is none of ours: then the reception has to do
     */
    public Optional<UnitPath> unitNamed(@Nullable String told) {
        String bare = told == null ? "" : told.strip().replaceAll("^/+|/+$", "");
        return units.stream().filter(unit -> unit.value().equals(bare)).findFirst();
    }

    @Override
    public Optional<Duty> find(String role, UnitPath unit) {
        return nearest(
                unit,
                place ->
                        duties.stream()
                                .filter(duty ->
                                        duty.role().equals(role) && duty.unit().equals(place))
                                .findFirst());
    }

    /** The policy of the unit, or of the nearest unit above it that has one for this. */
    public EscalationPolicy policyFor(Trigger trigger, Severity severity, UnitPath unit) {
        return findPolicy(trigger, severity, unit)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no policy for " + trigger + " " + severity + " in " + unit));
    }

    Optional<EscalationPolicy> findPolicy(Trigger trigger, Severity severity, UnitPath unit) {
        return nearest(
                unit,
                place ->
                        policies.stream()
                                .filter(policy ->
                                        policy.unit().equals(place)
                                                && policy.answers(trigger, severity))
                                .findFirst());
    }

    /** Where a unit has left the organisation with all above it, the reception stands in for it. */
    private <T> Optional<T> nearest(UnitPath unit, Function<UnitPath, Optional<T>> at) {
        return Stream.concat(unit.upwards(), reception.upwards())
                .map(at)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When a clock that starts now warns and when it is due. */
    public Deadline deadline(ClockName clock, Severity severity, Tier tier, Instant start) {
        ClockRule rule =
                findClock(clock, severity, tier)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no rule for clock "
                                                + clock
                                                + " "
                                                + severity
                                                + " "
                                                + tier));
        BusinessCalendar calendar = calendars.get(rule.calendar());
        return new Deadline(
                calendar.name(),
                rule.within(),
                rule.warnAfter(),
                start,
                calendar.dueAt(start, rule.warnWithin()),
                calendar.dueAt(start, rule.within()));
    }

    Optional<ClockRule> findClock(ClockName clock, Severity severity, Tier tier) {
        return clocks.stream().filter(rule -> rule.fits(clock, severity, tier)).findFirst();
    }
}
