package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.notification.recipients.Customers;
import org.redress.platform.messaging.Subscription;

/** Intake tells who a customer is; the topic keeps the last word, a tombstone ends it. */
@ApplicationScoped
class CustomerEvents implements Subscription {

    private final Customers customers;

    CustomerEvents(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String topic() {
        return "redress.customers";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.customer.snapshot.v1",
                        CustomerSnapshot.class,
                        (_, snapshot) ->
                                customers.remember(snapshot.customerId(), snapshot.contact()),
                        tombstone -> customers.erase(tombstone.key(), List.of())));
    }
}
