package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import org.redress.platform.messaging.Erasures;
import org.redress.platform.vault.Vault;

/** Whom to forget (XX-03). */
@ApplicationScoped
class ErasureEvents extends Erasures {

    ErasureEvents(Vault vault) {
        super(vault);
    }
}
