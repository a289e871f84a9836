package org.redress.intake.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerEvent;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.CustomerTier;
import org.redress.intake.customers.Language;
import org.redress.intake.customers.PhoneNumber;

/** The payload on {@code redress.customers}: personal data, for notification only. */
record CustomerSnapshot(
        CustomerId customerId,
        Instant occurredAt,
        Instant recordedAt,
        PublishedActor actor,
        String name,
        Language language,
        @Nullable String email,
        @Nullable PhoneNumber phone,
        CustomerTier tier) {

    static final String TYPE = "redress.customer.snapshot.v1";

    static CustomerSnapshot of(CustomerEvent.Known known) {
        Customer customer = known.customer();
        return new CustomerSnapshot(
                customer.id(),
                known.at(),
                known.at(),
                PublishedActor.of(known.by()),
                customer.card().name(),
                customer.language(),
                customer.card().email(),
                customer.card().phone(),
                customer.tier());
    }

    @Override
    public String toString() {
        return "CustomerSnapshot[customerId=" + customerId + "]";
    }
}
