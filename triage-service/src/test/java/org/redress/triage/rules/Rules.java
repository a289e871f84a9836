package org.redress.triage.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.redress.triage.ACase;
import org.redress.triage.signals.TextSignals;

/** The shipped lexicon and tables, loaded once for all tests. */
final class Rules {

    static final TriageSettings SETTINGS = new Settings(Duration.ofSeconds(30));
    static final DecisionTables TABLES = new DecisionTables();
    static final Rulebook RULEBOOK = new Rulebook(new TextSignals(), TABLES, SETTINGS);

    private Rules() {}

    /** The shipped settings, with another time for each case. */
    record Settings(Duration judgingBudget) implements TriageSettings {

        @Override
        public Map<String, BigDecimal> majorLoss() {
            return Map.of(
                    "CNY", new BigDecimal(50_000),
                    "USD", new BigDecimal(7_000),
                    "other", new BigDecimal(7_000));
        }
    }

    static Finding find(ACase given) {
        return RULEBOOK.find(given.facts());
    }

    static Judgement judge(ACase given) {
        return find(given).judgement();
    }
}
