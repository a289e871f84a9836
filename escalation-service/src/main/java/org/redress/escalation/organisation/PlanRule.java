package org.redress.escalation.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;

/** Which cases are not resolved before a manager has agreed to a plan (ES-27); no word is any. */
public record PlanRule(Set<Tier> tiers, Set<Severity> severities) {

    public PlanRule {
        tiers = given(tiers);
        severities = given(severities);
    }

    private static <T> Set<T> given(@Nullable Set<T> words) {
        return words == null ? Set.of() : Set.copyOf(words);
    }

    boolean fits(Tier tier, Severity severity) {
        return (tiers.isEmpty() || tiers.contains(tier))
                && (severities.isEmpty() || severities.contains(severity));
    }
}
