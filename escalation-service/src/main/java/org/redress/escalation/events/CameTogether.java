package org.redress.escalation.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.platform.vault.Vault;

/**
 * The events of one poll: before the first of them is applied, the others' cases are at hand and
 * the keys of all words are there, so that neither costs a trip for each. If they cannot be applied
 * together, each goes alone.
 */
@ApplicationScoped
class CameTogether {

    private final CasesAtHand atHand;
    private final Vault vault;
    private volatile Batch gathered = new Batch();

    CameTogether(CasesAtHand atHand, Vault vault) {
        this.atHand = atHand;
        this.vault = vault;
    }

    /** What is added from now on came together. */
    void begin() {
        gathered = new Batch();
    }

    /** Adds an event; what comes back applies it, with all that had been added by then. */
    Runnable applying(CaseEvent event, Runnable effect) {
        var batch = gathered;
        batch.add(event);
        return () -> {
            batch.prepareOnce();
            effect.run();
        };
    }

    private final class Batch {

        private final Set<CaseId> cases = ConcurrentHashMap.newKeySet();
        private final Set<CaseId> withWords = ConcurrentHashMap.newKeySet();

        void add(CaseEvent event) {
            cases.add(event.caseId());
            if (event.words() != null) {
                withWords.add(event.caseId());
            }
        }

        void prepareOnce() {
            if (cases.isEmpty()) {
                return;
            }
            atHand.add(cases);
            cases.clear();
            vault.prepare(withWords.stream().map(CaseId::value).collect(Collectors.toSet()));
        }
    }
}
