package org.redress.reporting.facts;

import java.util.List;

/**
 * The facts of one window, as they are published now. Fired inside the transaction that publishes
 * them, of which there is never more than one at a time.
 */
public record FactsSettled(List<CaseFact> facts) {
    public FactsSettled {
        facts = List.copyOf(facts);
    }
}
