package org.redress.notification.recipients;

import static java.util.Objects.requireNonNull;
import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Subscription;

/** Hears from intake who the customers are, and whom to forget. */
@ApplicationScoped
class CustomersConsumer {
    private final Inbox inbox;
    private final Subscription customers;
    private final Subscription erasures;

    @Inject
    CustomersConsumer(Inbox inbox, Customers customers) {
        this.inbox = inbox;
        this.customers =
                Subscription.of(
                        on(
                                "redress.customer.snapshot.v1",
                                CustomerSnapshot.class,
                                (_, snapshot) -> customers.remember(snapshot),
                                tombstone -> customers.erase(tombstone.key(), List.of())));
        this.erasures =
                Subscription.of(
                        on(
                                "redress.customer.erased.v1",
                                Erased.class,
                                (_, erased) ->
                                        customers.erase(
                                                erased.customerId().toString(), erased.caseIds())));
    }

    @Incoming("customers")
    @Blocking
    void onCustomers(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, customers);
    }

    @Incoming("erasures")
    @Blocking
    void onErasures(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, erasures);
    }

    /** What notification reads of {@code redress.customer.erased.v1}. */
    record Erased(UUID customerId, List<UUID> caseIds) {
        Erased {
            requireNonNull(customerId, "customerId");
            caseIds = List.copyOf(caseIds);
        }
    }
}
