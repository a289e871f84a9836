package org.redress.intake.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.Customers;
import org.redress.platform.vault.Vault;

/**
 * At each start the keys of all who were erased are destroyed again: a backup of the keys may have
 * been restored that is older than an erasure.
 */
@ApplicationScoped
class ErasedForEver {

    private static final Logger LOG = Logger.getLogger(ErasedForEver.class);
    private static final int BATCH = 1_000;

    private final Customers customers;
    private final Vault vault;

    ErasedForEver(Customers customers, Vault vault) {
        this.customers = customers;
        this.vault = vault;
    }

    void onStart(@Observes StartupEvent event) {
        destroyAgain();
    }

    /** How many there are. */
    int destroyAgain() {
        int all = 0;
        List<CustomerId> batch = customers.erasedAfter(null, BATCH);
        while (!batch.isEmpty()) {
            vault.destroy(batch.stream().map(CustomerId::value).toList());
            all += batch.size();
            batch = customers.erasedAfter(batch.getLast(), BATCH);
        }
        LOG.infof("erased customers stay erased count=%d", all);
        return all;
    }
}
