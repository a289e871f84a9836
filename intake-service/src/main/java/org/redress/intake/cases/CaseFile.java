package org.redress.intake.cases;

import java.util.Optional;
import org.redress.intake.customers.Customer;

/**
 * A case with its customer, or without when the customer was erased; then the report is {@link
 * Report#ERASED}.
 */
public record CaseFile(CustomerCase customerCase, Optional<Customer> customer) {}
