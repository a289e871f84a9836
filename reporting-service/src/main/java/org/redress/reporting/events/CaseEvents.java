package org.redress.reporting.events;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The new events of one transaction, fired once, just before it commits. */
public record CaseEvents(List<CaseEvent> all) {
    public CaseEvents {
        all = List.copyOf(all);
    }

    /** The events by case, in the order of the case ids, in which rows are locked. */
    public SortedMap<CaseId, List<CaseEvent>> byCase() {
        var cases = new TreeMap<CaseId, List<CaseEvent>>();
        for (var event : all) {
            cases.computeIfAbsent(event.caseId(), _ -> new ArrayList<>()).add(event);
        }
        return cases;
    }
}
