package org.redress.notification.events;

import static java.util.Objects.requireNonNull;
import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.redress.notification.recipients.Customers;
import org.redress.platform.messaging.Subscription;

/** Intake tells whom to forget (XX-03). */
@ApplicationScoped
class ErasureEvents implements Subscription {

    private final Customers customers;

    ErasureEvents(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String topic() {
        return "redress.erasures";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.customer.erased.v1",
                        Erased.class,
                        (_, erased) ->
                                customers.erase(erased.customerId().toString(), erased.caseIds())));
    }

    /** What notification reads of {@code redress.customer.erased.v1}. */
    record Erased(UUID customerId, List<UUID> caseIds) {
        Erased {
            requireNonNull(customerId, "customerId");
            caseIds = List.copyOf(caseIds);
        }
    }
}
