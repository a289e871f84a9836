package org.redress.intake.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.intake.customers.CustomerEvent;
import org.redress.intake.customers.CustomerId;

/** The payload on {@code redress.erasures}: ids only, for everybody who keeps words. */
record CustomerErased(
        CustomerId customerId,
        List<UUID> caseIds,
        Instant occurredAt,
        Instant recordedAt,
        PublishedActor actor) {

    static final String TYPE = "redress.customer.erased.v1";

    static CustomerErased of(CustomerEvent.Erased erased) {
        return new CustomerErased(
                erased.customerId(),
                erased.caseIds(),
                erased.at(),
                erased.at(),
                PublishedActor.of(erased.by()));
    }
}
