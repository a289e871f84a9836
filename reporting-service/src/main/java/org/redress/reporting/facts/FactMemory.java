package org.redress.reporting.facts;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.facts.Facts.Known;

/**
 * The facts that this replica folded last, as they were committed: the next event of a case comes
 * soon. Another replica may have gone on meanwhile, which the count of folds tells.
 */
@ApplicationScoped
class FactMemory {
    private static final int MOST = 1_000;

    private final Map<CaseId, Known> latest =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CaseId, Known> eldest) {
                    return size() > MOST;
                }
            };

    synchronized @Nullable Known of(CaseId caseId) {
        return latest.get(caseId);
    }

    synchronized void remember(@Observes(during = AFTER_SUCCESS) FactsFolded folded) {
        for (var each : folded.facts()) {
            latest.put(each.fact().caseId(), new Known(each.fact(), each.folds()));
        }
    }
}
