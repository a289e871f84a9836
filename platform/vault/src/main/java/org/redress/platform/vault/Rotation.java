package org.redress.platform.vault;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Changes the master key under way: what an earlier one wrapped is wrapped anew, in small steps and
 * in any number of replicas. At the start each configured key has to be the one that its id has
 * meant so far.
 */
@Singleton
final class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);
    private static final int STEP = 500;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String PLACE = "master_key_proof.proof";
    private static final byte[] TEXT = "redress".getBytes(StandardCharsets.US_ASCII);

    private final KeyTable table;
    private final MasterKeys masters;

    Rotation(KeyTable table, MasterKeys masters) {
        this.table = table;
        this.masters = masters;
    }

    /** Fails the start when a key is another one than its id says. */
    void prove(@Observes StartupEvent start) {
        masters.byId().forEach(this::prove);
    }

    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void wrapAnew() {
        if (masters.earlierIds().isEmpty()) {
            return;
        }
        int count = 0;
        List<WrappedKey> old = table.wrappedBy(masters.earlierIds(), STEP);
        while (!old.isEmpty()) {
            table.replace(old, old.stream().map(this::wrapAnew).toList());
            count += old.size();
            old = table.wrappedBy(masters.earlierIds(), STEP);
        }
        if (count > 0) {
            LOG.infof("master key rotated keys=%d masterKey=%s", count, masters.currentId());
        }
    }

    private WrappedKey wrapAnew(WrappedKey old) {
        byte[] wrapped = masters.wrap(old.subject(), masters.unwrap(old));
        return new WrappedKey(old.subject(), wrapped, masters.currentId());
    }

    private void prove(String id, SealingKey key) {
        byte[] proof = table.prove(id, key.seal(NOBODY, PLACE, TEXT));
        try {
            key.open(NOBODY, PLACE, proof);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The master key with the id %s is another one than before: give a new key a new vault.master-key-id, and name the old one in vault.earlier-master-keys."
                            .formatted(id),
                    e);
        }
    }
}
