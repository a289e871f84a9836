package org.redress.intake.customers;

import java.time.Instant;
import org.redress.intake.staff.Actor;

/** What happened to a customer here. Fired inside the transaction that writes it down. */
public sealed interface CustomerEvent {

    /** A customer is new, or something of them changed. */
    record Known(Customer customer, Instant at, Actor by) implements CustomerEvent {}

    /** A customer's personal data is gone for good. */
    record Erased(CustomerId customerId, Instant at, Actor by) implements CustomerEvent {}
}
