package org.redress.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.redress.platform.due.Loops;
import org.redress.platform.vault.Vault;

/**
 * Asks the keys' database now and then whether it is there, so that it shows as a loop that fails
 * when it is not, also where nobody happens to need a key.
 */
@ApplicationScoped
class KeysWatch {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Vault vault;

    KeysWatch(Vault vault) {
        this.vault = vault;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start("keys-watch", this::look);
    }

    private Duration look() {
        vault.isDestroyed(UUID.randomUUID());
        return EVERY;
    }
}
