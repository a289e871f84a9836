package org.redress.intake.customers;

/**
 * The answer to an enrolment. It names nobody: answers are kept for who repeats a request, and not
 * sealed.
 */
record EnrolledCustomer(CustomerId customerId, Language language, CustomerTier tier) {

    static EnrolledCustomer of(Customer customer) {
        return new EnrolledCustomer(customer.id(), customer.language(), customer.tier());
    }
}
