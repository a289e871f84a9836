package org.redress.reporting.facts;

import java.util.List;

/**
 * The facts whose window has ended. Fired inside the transaction that publishes them, of which
 * there is never more than one at a time.
 *
 * @param anew those of which something reads differently, as they are published now
 */
public record FactsSettled(List<CaseFact> facts, List<PublishedFact> anew) {
    public FactsSettled {
        facts = List.copyOf(facts);
        anew = List.copyOf(anew);
    }
}
