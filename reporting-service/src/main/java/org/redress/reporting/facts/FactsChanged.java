package org.redress.reporting.facts;

import java.util.List;

/** The facts that the events of one transaction changed, fired inside it. */
public record FactsChanged(List<Change> changes) {
    public FactsChanged {
        changes = List.copyOf(changes);
    }

    /** One fact before and after. */
    public record Change(CaseFact before, CaseFact after) {}
}
