package org.redress.escalation.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.regulation.Law;
import org.redress.escalation.regulation.Packs;

/** The organisation as it was found valid: every question it can be asked has an answer. */
public final class Organisation implements Duties {

    private static final String EVERY_HOUR = "24x7";
    private static final String WHOLE_DAYS = "-days";

    private final long version;
    private final Document document;
    private final ZoneId zone;
    private final UnitTree tree;
    private final Attendance attendance;
    private final DutyPlan plan;
    private final Map<String, BusinessCalendar> calendars;

    Organisation(
            long version, Document document, ZoneId zone, Map<String, BusinessCalendar> calendars) {
        this.version = version;
        this.document = document;
        this.zone = zone;
        this.tree = new UnitTree(document);
        this.attendance = new Attendance(document, zone);
        this.plan = new DutyPlan(document, tree, attendance, zone);
        this.calendars = withDays(calendars);
    }

    /** With those that laws count by: every hour, and whole days on which is worked. */
    private static Map<String, BusinessCalendar> withDays(Map<String, BusinessCalendar> given) {
        Map<String, BusinessCalendar> all = new HashMap<>(given);
        all.putIfAbsent(EVERY_HOUR, new RoundTheClock(EVERY_HOUR));
        given.values()
                .forEach(calendar -> {
                    String days = calendar.name() + WHOLE_DAYS;
                    all.putIfAbsent(days, calendar.wholeDays(days));
                });
        return Map.copyOf(all);
    }

    /** Which one it is: each change of the organisation makes the next. */
    public long version() {
        return version;
    }

    /** Whether clocks are timed by it as by the other. */
    public boolean timesAs(Organisation other) {
        return document.timesAs(other.document);
    }

    /** What it was made from. */
    public Document document() {
        return document;
    }

    /** The tenant's zone, in which its days are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** What people call the unit. */
    public Names name(UnitPath unit) {
        return tree.name(unit);
    }

    /** What people call the person. */
    public Names name(PersonId person) {
        return attendance.name(person);
    }

    /** Whether the person works in the unit or in one above it, and so sees its cases. */
    public boolean isColleague(PersonId person, UnitPath unit, Instant at) {
        return attendance.isEmployed(person, at)
                && document.persons().stream()
                        .filter(one -> one.id().equals(person))
                        .anyMatch(one -> unit.upwards().anyMatch(one.unit()::equals));
    }

    /** The unit that owns a case until triage has said whose it is (ES-01: always exactly one). */
    public UnitPath reception() {
        return document.reception();
    }

    /** The unit above all others: its watch hears of what goes wrong inside of the platform. */
    public UnitPath root() {
        return tree.root();
    }

    /**
     * Our unit that somebody named, with or without slashes around it.
     *
     * @return empty if it is none of ours: then the reception has to do
     */
    public Optional<UnitPath> unitNamed(@Nullable String told) {
        String bare = told == null ? "" : told.strip().replaceAll("^/+|/+$", "");
        return tree.all().stream().filter(unit -> unit.value().equals(bare)).findFirst();
    }

    /**
     * Who is there for the A holder, then who is there for the B holder, each person once; where
     * nobody of the duty is there, the head of the unit, then of each unit above, and last the
     * watch. Never nobody.
     */
    public List<Reached> reach(String role, UnitPath unit, Instant at) {
        return plan.reach(role, unit, at, watch());
    }

    /** Who is reached for the target of a step for a case of the unit; never nobody. */
    public List<Reached> reach(Target target, UnitPath unit, Instant at) {
        return target.isDuty()
                ? reach(target.as(), target.in(unit), at)
                : plan.byName(target, unit, at, watch());
    }

    @Override
    public List<Reached> reach(EscalationPolicy.Step step, UnitPath unit, Instant at) {
        return isDuring(step, at)
                ? step.whom().stream().flatMap(target -> reach(target, unit, at).stream()).toList()
                : List.of();
    }

    /** A calendar that is gone since the policy was stamped counts every hour. */
    private boolean isDuring(EscalationPolicy.Step step, Instant at) {
        BusinessCalendar hours = step.during() == null ? null : calendars.get(step.during());
        return hours == null || hours.counts(at);
    }

    /** The role that is the last resort: whom an alarm pages first. */
    public String watch() {
        return policyFor(Matter.of(Trigger.ALARM, Severity.CRITICAL), root())
                .steps()
                .getFirst()
                .whom()
                .getFirst()
                .as();
    }

    /** Whether the role has a duty in the unit or above it, at whatever time. */
    boolean has(String role, UnitPath unit) {
        return plan.has(role, unit);
    }

    /** Whether somebody who has the watch is there. */
    boolean isWatched(Instant at) {
        return plan.isHeld(watch(), root(), at);
    }

    /**
     * The instants from the first on and before the second at which somebody else may be reached.
     */
    public SortedSet<Instant> edges(Instant from, Instant until) {
        return plan.edges(from, until);
    }

    /**
     * The policy of the unit, or of the nearest unit above it that has one for this; what none is
     * for goes by that for broken clocks.
     */
    public EscalationPolicy policyFor(Matter matter, UnitPath unit) {
        return findPolicy(matter, unit)
                .or(() -> findPolicy(matter.as(Trigger.CLOCK_BREACH), unit))
                .orElseThrow(
                        () -> new IllegalStateException("no policy for " + matter + " in " + unit));
    }

    /**
     * The policy as it is stamped for a case: plain steps for each place.
     *
     * @param incident where it happened, as somebody named it
     */
    public EscalationPolicy placed(
            EscalationPolicy policy, UnitPath owner, @Nullable UnitPath incident) {
        UnitPath ours = incident == null ? null : unitNamed(incident.value()).orElse(null);
        return policy.placed(tree.upwards(owner).toList(), ours);
    }

    Optional<EscalationPolicy> findPolicy(Matter matter, UnitPath unit) {
        return tree.upwards(unit)
                .flatMap(place ->
                        document.policies().stream()
                                .filter(policy ->
                                        policy.unit().equals(place) && policy.answers(matter)))
                .findFirst();
    }

    /** When a clock that starts now warns and when it is due, by the rule for the case. */
    public Deadline deadline(ClockRule rule, CaseFacts facts, Instant start) {
        Optional<Law> law = law(rule, facts);
        BusinessCalendar calendar =
                law.map(one -> calendar(one, rule, facts.unit()))
                        .orElseGet(() -> calendar(rule, facts.unit()));
        Duration within = law.map(Law::within).orElseGet(() -> rule.within(facts.priority()));
        return new Deadline(
                calendar.name(),
                version,
                within,
                rule.warnAfter(),
                start,
                calendar.dueAt(start, rule.nearAfter(within)),
                calendar.dueAt(start, within));
    }

    /** Whether a manager has to agree to a plan before such a case is resolved. */
    public boolean asksForPlan(Tier tier, Severity severity) {
        return document.plans().stream().anyMatch(rule -> rule.fits(tier, severity));
    }

    /** How much who may promise in a currency, the least first. */
    public List<Authority> authorities(String currency) {
        return document.authorities().stream()
                .filter(authority -> authority.currency().equals(currency))
                .sorted(Comparator.comparing(Authority::upTo))
                .toList();
    }

    /** The calendar of that name. */
    public BusinessCalendar calendar(String name) {
        return calendars.get(name);
    }

    /** On which a clock counts: the rule's, or else that of the unit, or of the nearest above. */
    private BusinessCalendar calendar(ClockRule rule, UnitPath unit) {
        return calendars.get(
                rule.calendar() == null ? tree.calendar(unit).orElseThrow() : rule.calendar());
    }

    private BusinessCalendar calendar(Law law, ClockRule rule, UnitPath unit) {
        return calendars.get(
                law.countsEveryHour() ? EVERY_HOUR : calendar(rule, unit).name() + WHOLE_DAYS);
    }

    /**
     * What laws time of the case: of each law that holds for the day on which it was received the
     * first rule that fits.
     */
    public Map<Law, ClockRule> regulation(CaseFacts facts) {
        Map<Law, ClockRule> found = new LinkedHashMap<>();
        for (ClockRule rule : document.clocks()) {
            if (rule.fits(ClockName.REGULATORY, facts)) {
                law(rule, facts).ifPresent(law -> found.putIfAbsent(law, rule));
            }
        }
        return found;
    }

    /** Whether laws time anything. */
    public boolean isRegulated() {
        return document.clocks().stream().anyMatch(rule -> rule.pack() != null);
    }

    private static Optional<Law> law(ClockRule rule, CaseFacts facts) {
        String pack = rule.pack();
        Instant receivedAt = facts.receivedAt();
        return pack == null || receivedAt == null
                ? Optional.empty()
                : Packs.SHIPPED.law(pack, receivedAt);
    }

    /** The rule of a clock of which a case may have several. */
    public Optional<ClockRule> rule(ClockName clock, @Nullable String reference, CaseFacts facts) {
        return clock == ClockName.REGULATORY
                ? regulation(facts).entrySet().stream()
                        .filter(timed ->
                                reference == null || timed.getKey().reference().equals(reference))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : rule(clock, facts);
    }

    /** The rule of a clock for a case; a clock without one is not started. */
    public Optional<ClockRule> rule(ClockName clock, CaseFacts facts) {
        return document.clocks().stream().filter(rule -> rule.fits(clock, facts)).findFirst();
    }

    /** By which policy somebody is reached when the clock is broken; empty where nobody is. */
    public Optional<EscalationPolicy> policyForBreach(
            ClockName clock, @Nullable String reference, CaseFacts facts) {
        return rule(clock, reference, facts)
                .filter(rule -> !rule.breach().equals(ClockRule.NOBODY))
                .map(rule ->
                        policy(rule.breach())
                                .orElseGet(() ->
                                        policyFor(
                                                Matter.of(Trigger.CLOCK_BREACH, facts.assessment()),
                                                facts.unit())));
    }

    /** By which policy somebody is reached when the clock is near; empty where nobody is. */
    public Optional<EscalationPolicy> policyForWarning(
            ClockName clock, @Nullable String reference, CaseFacts facts) {
        return rule(clock, reference, facts).map(ClockRule::warn).flatMap(this::policy);
    }

    private Optional<EscalationPolicy> policy(String id) {
        return document.policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
    }
}
