package org.redress.triage.events;

import jakarta.inject.Singleton;
import org.redress.platform.messaging.Erasures;
import org.redress.platform.vault.Vault;

/** Whom to forget (XX-03). */
@Singleton
class ErasureEvents extends Erasures {

    ErasureEvents(Vault vault) {
        super(vault);
    }
}
