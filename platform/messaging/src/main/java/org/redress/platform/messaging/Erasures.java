package org.redress.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.redress.platform.vault.Vault;

/**
 * Forgets the words of customers who are to be forgotten (XX-03): whatever rests under the keys of
 * the customer or a case of theirs, here or in a backup, can never be read again.
 */
public abstract class Erasures implements Subscription {

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private final Vault vault;

    /** Of what is sealed by this vault. */
    protected Erasures(Vault vault) {
        this.vault = vault;
    }

    /** {@code redress.customer.erased.v1}: ids only. */
    record CustomerErased(UUID customerId, List<UUID> caseIds) {
        CustomerErased {
            caseIds = List.copyOf(caseIds);
        }

        List<UUID> subjects() {
            var subjects = new ArrayList<>(caseIds);
            subjects.add(customerId);
            return subjects;
        }
    }

    @Override
    public String topic() {
        return "redress.erasures";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                Subscription.prepared(
                        "redress.customer.erased.v1",
                        CustomerErased.class,
                        (_, erased) -> forget(erased)));
    }

    /** Before the inbox is asked: keys that a backup brought back are destroyed again (ADR 8). */
    private Runnable forget(CustomerErased erased) {
        vault.destroy(erased.subjects());
        return () ->
                LOG.infof(
                        "customer erased customerId=%s cases=%d",
                        erased.customerId(), erased.caseIds().size());
    }
}
