package org.redress.escalation.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;

/**
 * Whom to reach one after another, and how long each may take to answer.
 *
 * @param unit the unit for which it holds, with all below it that have no policy of their own
 * @param triggers what starts it; none means anything does
 * @param severities the severities for which it holds; none means all
 * @param repeat how often the steps are gone through before the policy is exhausted
 */
public record EscalationPolicy(
        String id,
        int version,
        Names name,
        UnitPath unit,
        Set<Trigger> triggers,
        Set<Severity> severities,
        int repeat,
        List<Step> steps) {

    /**
     * One rung: the role, and how long each of its holders has for an acknowledgment.
     *
     * @param waitFor null stands for five minutes (requirements 1.8: role ack A→B)
     */
    public record Step(String role, Duration waitFor) {

        private static final Duration ROLE_ACKNOWLEDGMENT = Duration.ofMinutes(5);

        public Step(String role, @Nullable Duration waitFor) {
            this.role = role;
            this.waitFor = waitFor == null ? ROLE_ACKNOWLEDGMENT : waitFor;
            if (!this.waitFor.isPositive()) {
                throw new IllegalArgumentException("waitFor must be positive");
            }
        }
    }

    public EscalationPolicy {
        triggers = InOrder.of(triggers);
        severities = InOrder.of(severities);
        steps = steps == null ? List.of() : List.copyOf(steps);
        version = Math.max(version, 1);
        repeat = Math.max(repeat, 1);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least one step");
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

    boolean answers(Trigger trigger, Severity severity) {
        return (triggers.isEmpty() || triggers.contains(trigger))
                && (severities.isEmpty() || severities.contains(severity));
    }
}
