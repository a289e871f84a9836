package org.redress.intake.customers;

import java.time.Instant;
import java.util.Objects;

/**
 * A customer as intake knows them: a minimal copy, not a CRM (requirement IN-24).
 *
 * @param version counts the changes, from 1
 */
public record Customer(
        CustomerId id,
        ContactCard card,
        Language language,
        CustomerTier tier,
        Instant createdAt,
        long version) {

    public Customer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(card);
        Objects.requireNonNull(language);
        Objects.requireNonNull(tier);
        Objects.requireNonNull(createdAt);
    }

    /** Whether a mail can reach them. */
    public boolean hasEmail() {
        return card.email() != null;
    }
}
