package org.redress.escalation.organisation;

import java.time.Duration;
import java.util.Set;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;

/**
 * How long a promise runs. The first rule that fits severity and tier holds.
 *
 * @param severities for which; none means all
 * @param tiers for which; none means all
 * @param within counted on the calendar
 * @param warnAfter the share of {@code within} after which a warning is due, between 0 and 1
 */
public record ClockRule(
        ClockName clock,
        Set<Severity> severities,
        Set<Tier> tiers,
        Duration within,
        String calendar,
        double warnAfter) {

    public ClockRule {
        severities = InOrder.of(severities);
        tiers = InOrder.of(tiers);
        warnAfter = warnAfter == 0 ? 0.8 : warnAfter;
        if (within == null || !within.isPositive()) {
            throw new IllegalArgumentException("within must be a positive duration like PT30M");
        }
        if (warnAfter <= 0 || warnAfter >= 1) {
            throw new IllegalArgumentException("warnAfter must lie between 0 and 1");
        }
    }

    boolean fits(ClockName name, Severity severity, Tier tier) {
        return clock == name
                && (severities.isEmpty() || severities.contains(severity))
                && (tiers.isEmpty() || tiers.contains(tier));
    }

    Duration warnWithin() {
        return Duration.ofMillis((long) (within.toMillis() * warnAfter));
    }
}
