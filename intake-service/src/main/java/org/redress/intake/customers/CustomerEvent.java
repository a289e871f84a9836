package org.redress.intake.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.intake.staff.Actor;

/** What happened to a customer here. Fired inside the transaction that writes it down. */
public sealed interface CustomerEvent {

    /** A customer is new, or something of them changed. */
    record Known(Customer customer, Instant at, Actor by) implements CustomerEvent {}

    /** A customer's personal data is gone for good, and that of all their cases. */
    record Erased(CustomerId customerId, List<UUID> caseIds, Instant at, Actor by)
            implements CustomerEvent {

        public Erased {
            caseIds = List.copyOf(caseIds);
        }
    }
}
