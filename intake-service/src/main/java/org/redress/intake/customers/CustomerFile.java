package org.redress.intake.customers;

import org.redress.intake.vault.CustomerKey;

/** A customer with the key to everything that they told us. */
public record CustomerFile(Customer customer, CustomerKey key) {}
