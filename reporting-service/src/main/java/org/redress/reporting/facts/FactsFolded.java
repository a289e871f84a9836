package org.redress.reporting.facts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.redress.reporting.facts.Facts.Folded;
import org.redress.reporting.facts.Facts.Saved;

/** What a transaction wrote of facts; fired in it, for those who go by it once it is committed. */
record FactsFolded(List<Folded> facts, List<Saved> saved) {
    FactsFolded {
        facts = List.copyOf(facts);
        saved = List.copyOf(saved);
    }

    /** When they are to be published. */
    Set<Instant> due() {
        return saved.stream()
                .map(Saved::publishAt)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
    }
}
