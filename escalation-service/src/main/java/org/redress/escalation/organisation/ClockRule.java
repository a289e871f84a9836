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
 * @param warn whom the warning tells, quietly
 * @param breach whom the breach reaches: {@link #UNIT_HEAD}, by the unit's policy for broken
 *     clocks; {@link #NOBODY}; or by the policy of that id
 */
public record ClockRule(
        ClockName clock,
        Set<Severity> severities,
        Set<Tier> tiers,
        Duration within,
        String calendar,
        double warnAfter,
        Reminded warn,
        String breach) {

    static final String UNIT_HEAD = "UNIT_HEAD";
    static final String NOBODY = "NOBODY";

    /** Whom a warning tells. */
    public enum Reminded {
        /** Who handles the case, or else the unit's duty officer. */
        HANDLER,
        UNIT_HEAD,
        NOBODY
    }

    public ClockRule {
        severities = InOrder.of(severities);
        tiers = InOrder.of(tiers);
        warnAfter = warnAfter == 0 ? 0.8 : warnAfter;
        warn = warn == null ? Reminded.HANDLER : warn;
        breach = breach == null ? UNIT_HEAD : breach;
        if (within == null || !within.isPositive()) {
            throw new IllegalArgumentException("within must be a positive duration like PT30M");
        }
        if (warnAfter <= 0 || warnAfter >= 1) {
            throw new IllegalArgumentException("warnAfter must lie between 0 and 1");
        }
    }

    /** Whether a breach is told by a policy of its own. */
    boolean hasPolicy() {
        return !breach.equals(UNIT_HEAD) && !breach.equals(NOBODY);
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
