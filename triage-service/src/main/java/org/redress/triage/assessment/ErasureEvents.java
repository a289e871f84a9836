package org.redress.triage.assessment;

import static java.util.Objects.requireNonNull;
import static org.redress.platform.messaging.Subscription.prepared;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.vault.Vault;

/** Whom to forget (XX-03): what the keys of their cases have sealed, nobody reads again. */
@ApplicationScoped
class ErasureEvents {

    private static final Logger LOG = Logger.getLogger(ErasureEvents.class);

    private final Inbox inbox;
    private final Vault vault;
    private final Subscription erasures =
            Subscription.of(prepared(CustomerErased.TYPE, CustomerErased.class, this::erased));

    ErasureEvents(Inbox inbox, Vault vault) {
        this.inbox = inbox;
        this.vault = vault;
    }

    /** {@code redress.customer.erased.v1}: ids only. */
    record CustomerErased(UUID customerId, List<UUID> caseIds) {

        static final String TYPE = "redress.customer.erased.v1";

        CustomerErased {
            requireNonNull(customerId, "customerId");
            caseIds = List.copyOf(caseIds);
        }
    }

    @Incoming("erasures")
    @Blocking
    public void onErasures(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, erasures);
    }

    /** Destroyed each time that it is told, known or not: a restored backup may hold keys again. */
    private Runnable erased(IncomingEvent event, CustomerErased erased) {
        var subjects = new ArrayList<>(erased.caseIds());
        subjects.add(erased.customerId());
        vault.destroy(subjects);
        return () -> LOG.infof("erased customer=%s event=%s", erased.customerId(), event.id());
    }
}
