package org.redress.notification.recipients;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What notification reads of {@code redress.customer.snapshot.v1}. */
record CustomerSnapshot(String customerId, String name, Language language, @Nullable String email) {
    CustomerSnapshot {
        requireNonNull(customerId, "customerId");
        requireNonNull(name, "name");
        requireNonNull(language, "language");
    }

    @Override
    public String toString() {
        return "CustomerSnapshot[" + customerId + "]";
    }
}
