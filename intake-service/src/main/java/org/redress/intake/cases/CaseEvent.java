package org.redress.intake.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.Customer;
import org.redress.intake.staff.Actor;

/** What happened to a case here. Fired inside the transaction that writes it down. */
public sealed interface CaseEvent {

    /** The case after it happened. */
    CustomerCase customerCase();

    /** What is common to all: when, in which round, by whom. */
    Stamp stamp();

    /** When, in which round, by whom. */
    record Stamp(Instant at, int round, Actor by) {}

    /** A case was taken in. */
    record Registered(CustomerCase customerCase, Stamp stamp, Customer customer)
            implements CaseEvent {}

    /** What was taken down wrong was put right; the correction holds only what changed. */
    record Corrected(CustomerCase customerCase, Stamp stamp, Correction correction, String reason)
            implements CaseEvent {}

    /** Somebody talked with the customer. */
    record ContactLogged(CustomerCase customerCase, Stamp stamp, Contact contact)
            implements CaseEvent {}

    /** The customer was asked about the resolution. */
    record SatisfactionRecorded(
            CustomerCase customerCase,
            Stamp stamp,
            Satisfaction outcome,
            int attempt,
            @Nullable String note)
            implements CaseEvent {}

    /** The customer takes the case back. */
    record Withdrawn(CustomerCase customerCase, Stamp stamp, String reason) implements CaseEvent {}
}
