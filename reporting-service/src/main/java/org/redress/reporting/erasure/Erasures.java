package org.redress.reporting.erasure;

import static org.redress.platform.messaging.Subscription.prepared;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.vault.Vault;

/** Hears who is to be forgotten and destroys the keys of what is sealed for them. */
@ApplicationScoped
class Erasures {
    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private final Inbox inbox;
    private final Vault vault;
    private final Subscription subscription =
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
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, subscription);
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
