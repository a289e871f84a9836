package org.redress.escalation.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;

/**
 * Whom to reach one after another, and how long each may take to answer (ADR 18).
 *
 * @param unit the unit for which it holds, with all below it that have no policy of their own
 * @param triggers what starts it; none means anything does
 * @param severities the severities for which it holds; none means all, as of what follows
 * @param repeat how often the steps are gone through before the policy is exhausted
 * @param stillOnIt after which time whoever acknowledged is asked whether they still have it
 * @param snooze how long after a page the next may be put off
 */
public record EscalationPolicy(
        String id,
        int version,
        Names name,
        UnitPath unit,
        Set<Trigger> triggers,
        Set<Severity> severities,
        Set<CaseClass> classes,
        Set<String> categories,
        Set<ResponseLevel> levels,
        int repeat,
        @Nullable Duration stillOnIt,
        @Nullable Duration snooze,
        List<Step> steps) {

    /**
     * One step: whom it pages, and how long they have for an acknowledgment.
     *
     * @param role the short form of a single target
     * @param at in which unit the role is meant; null stands for the one that owns the case
     * @param waitFor null stands for five minutes (requirements 1.8: role ack A→B)
     * @param during the calendar in whose hours alone the step is taken
     * @param onSite whoever acknowledges has to go there (ES-06)
     */
    public record Step(
            @Nullable String role,
            @Nullable Place at,
            List<Target> targets,
            Duration waitFor,
            @Nullable String during,
            @Nullable OnSite onSite) {

        private static final Duration ROLE_ACKNOWLEDGMENT = Duration.ofMinutes(5);

        public Step(
                @Nullable String role,
                @Nullable Place at,
                @Nullable List<Target> targets,
                @Nullable Duration waitFor,
                @Nullable String during,
                @Nullable OnSite onSite) {
            this.role = role;
            this.at = at;
            this.targets = targets == null ? List.of() : List.copyOf(targets);
            this.waitFor = waitFor == null ? ROLE_ACKNOWLEDGMENT : waitFor;
            this.during = during;
            this.onSite = onSite;
            positive("waitFor", this.waitFor);
            if ((role == null) == this.targets.isEmpty()) {
                throw new IllegalArgumentException("a step needs either a role or targets");
            }
            if (at != null && role == null) {
                throw new IllegalArgumentException("at is for a step with a role");
            }
        }

        /** A role of the unit that owns the case. */
        public Step(String role, Duration waitFor) {
            this(role, null, List.of(), waitFor, null, null);
        }

        /** Whom it pages. */
        public List<Target> whom() {
            return role == null ? targets : List.of(Target.role(role));
        }

        private Step of(@Nullable UnitPath one) {
            return one == null
                    ? new Step(role, null, List.of(), waitFor, during, onSite)
                    : new Step(
                            null,
                            null,
                            List.of(new Target(role, null, one, null)),
                            waitFor,
                            during,
                            onSite);
        }
    }

    /** Somebody has to be there within this time of their word. */
    public record OnSite(Duration within) {
        public OnSite {
            Needed.field("within", within);
            positive("within", within);
        }
    }

    /** In which unit a role is meant. */
    public enum Place {
        /** The unit in which it happened, if it is another than the owner (ES-05). */
        INCIDENT,
        /** The unit that owns the case and each above it, one after another (ES-04). */
        UPWARDS
    }

    public EscalationPolicy {
        triggers = InOrder.of(triggers);
        severities = InOrder.of(severities);
        classes = InOrder.of(classes);
        categories = InOrder.sorted(categories);
        levels = InOrder.of(levels);
        steps = steps == null ? List.of() : List.copyOf(steps);
        version = Math.max(version, 1);
        repeat = Math.max(repeat, 1);
        positive("stillOnIt", stillOnIt);
        positive("snooze", snooze);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least one step");
        }
    }

    private static void positive(String field, @Nullable Duration duration) {
        if (duration != null && !duration.isPositive()) {
            throw new IllegalArgumentException(field + " must be positive");
        }
    }

    /** As it is stamped on a running escalation. */
    public String toJson() {
        return OrganisationJson.write(this);
    }

    /** As it was stamped. */
    public static EscalationPolicy fromJson(String json) {
        return OrganisationJson.read(json, EscalationPolicy.class);
    }

    boolean answers(Matter matter) {
        return fits(triggers, matter.trigger())
                && fits(severities, matter.severity())
                && fits(classes, matter.caseClass())
                && fits(categories, matter.category())
                && fits(levels, matter.level());
    }

    private static <T> boolean fits(Set<T> filter, @Nullable T told) {
        return filter.isEmpty() || (told != null && filter.contains(told));
    }

    /**
     * The same with plain steps for each place; of steps that are alike the first.
     *
     * @param upwards the unit that owns the case, the one above it, and so on to the root
     * @param incident the unit in which it happened, if it did in one of ours
     */
    EscalationPolicy placed(List<UnitPath> upwards, @Nullable UnitPath incident) {
        return new EscalationPolicy(
                id,
                version,
                name,
                unit,
                triggers,
                severities,
                classes,
                categories,
                levels,
                repeat,
                stillOnIt,
                snooze,
                steps.stream()
                        .flatMap(step -> placed(step, upwards, incident))
                        .distinct()
                        .toList());
    }

    private static Stream<Step> placed(
            Step step, List<UnitPath> upwards, @Nullable UnitPath incident) {
        if (step.at() == null) {
            return Stream.of(step);
        }
        return switch (step.at()) {
            case INCIDENT ->
                    Stream.of(
                            incident == null || incident.equals(upwards.getFirst())
                                    ? step.of(null)
                                    : step.of(incident));
            case UPWARDS -> upwards.stream().map(step::of);
        };
    }
}
