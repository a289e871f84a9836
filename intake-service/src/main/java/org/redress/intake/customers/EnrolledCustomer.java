package org.redress.intake.customers;

/** The answer to an enrolment: what the caller has just written down is not said again. */
record EnrolledCustomer(CustomerId customerId, Language language, CustomerTier tier) {

    static EnrolledCustomer of(Customer customer) {
        return new EnrolledCustomer(customer.id(), customer.language(), customer.tier());
    }
}
