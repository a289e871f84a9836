package org.redress.escalation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases that the running transaction comes to one after the other. Whoever reads something of
 * the first of them reads it of all, in one trip.
 */
@ApplicationScoped
public class CasesAtHand {

    private final TransactionSynchronizationRegistry transaction;

    CasesAtHand(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** The running transaction comes to these, too. */
    public void add(Collection<CaseId> cases) {
        var atHand = atHand();
        if (atHand == null) {
            atHand = new AtHand();
            transaction.putResource(this, atHand);
        }
        atHand.cases.addAll(cases);
    }

    /**
     * The case and all others at hand of which this reader has not read yet; it reads of all of
     * them now. Only the case itself if it is none of them, or the reader has been asked before.
     */
    public Set<CaseId> readWith(CaseId one, Class<?> reader) {
        var atHand = atHand();
        return atHand == null ? Set.of(one) : atHand.readWith(one, reader);
    }

    private @Nullable AtHand atHand() {
        return (AtHand) transaction.getResource(this);
    }

    private static final class AtHand {

        private final Set<CaseId> cases = new HashSet<>();
        private final Map<Class<?>, Set<CaseId>> read = new HashMap<>();

        Set<CaseId> readWith(CaseId one, Class<?> reader) {
            var before = read.computeIfAbsent(reader, _ -> new HashSet<>());
            if (!cases.contains(one) || before.contains(one)) {
                return Set.of(one);
            }
            var unread = new HashSet<>(cases);
            unread.removeAll(before);
            before.addAll(unread);
            return unread;
        }
    }
}
