package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Language;

/** What notification reads of {@code redress.customer.snapshot.v1}. */
record CustomerSnapshot(String customerId, String name, Language language, @Nullable String email) {
    CustomerSnapshot {
        requireNonNull(customerId, "customerId");
        requireNonNull(name, "name");
        requireNonNull(language, "language");
    }

    CustomerContact contact() {
        return new CustomerContact(name, language, email);
    }

    @Override
    public String toString() {
        return "CustomerSnapshot[" + customerId + "]";
    }
}
