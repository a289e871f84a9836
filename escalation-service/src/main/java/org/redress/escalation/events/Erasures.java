package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.prepared;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.vault.Vault;

/**
 * Forgets the words of customers who are to be forgotten (XX-03): whatever rests under the keys of
 * their cases, here or in a backup, can never be read again.
 */
@ApplicationScoped
class Erasures {

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    /** Whom and what to forget. */
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

    private final Inbox inbox;
    private final Vault vault;
    private final Subscription erasures =
            Subscription.of(
                    prepared(
                            "redress.customer.erased.v1",
                            CustomerErased.class,
                            (_, erased) -> forget(erased)));

    Erasures(Inbox inbox, Vault vault) {
        this.inbox = inbox;
        this.vault = vault;
    }

    @Incoming("erasures")
    @Blocking
    void onErasures(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, erasures);
    }

    /** Before the inbox is asked: keys that a backup brought back are destroyed again. */
    private Runnable forget(CustomerErased erased) {
        vault.destroy(erased.subjects());
        return () ->
                LOG.infof(
                        "erased customer=%s cases=%d",
                        erased.customerId(), erased.caseIds().size());
    }
}
