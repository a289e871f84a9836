package org.redress.triage.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.redress.triage.cases.Money;

/** What a tenant sets about triage. */
@ConfigMapping(prefix = "redress.triage")
public interface TriageSettings {

    /**
     * From which amount on a loss of property is major (TR-08): by ISO 4217 code in upper case, and
     * {@code other} for the currencies that are not named.
     */
    Map<String, BigDecimal> majorLoss();

    /** How long reading or judging one case may take before it is taken on the safe side. */
    @WithDefault("5S")
    Duration judgingBudget();

    /** Whether a loss is a major one. */
    default boolean isMajor(Money loss) {
        var limits = majorLoss();
        var limit = limits.getOrDefault(loss.currency().getCurrencyCode(), limits.get("other"));
        return limit != null && loss.amount().compareTo(limit) >= 0;
    }
}
