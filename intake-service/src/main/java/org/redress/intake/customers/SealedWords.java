package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.vault.Vault;

/**
 * All that is told of a customer, by themselves or by staff, as JSON under the key of that customer
 * (requirements XX-01, XX-02). It is bound to its row, so that it cannot be moved to another one
 * unnoticed.
 */
@ApplicationScoped
public class SealedWords {

    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    /** A new customer, with the key of all that will be told of them. */
    CustomerId newCustomer() {
        return new CustomerId(vault.newSubject(() -> CustomerId.next().value()));
    }

    /**
     * The words sealed.
     *
     * @param column where they rest, like {@code customer_case.report}
     * @return null if the customer was erased
     */
    public byte @Nullable [] seal(CustomerId about, String column, Object row, Object words) {
        return vault.sealBytes(about.value(), place(column, row), EventJson.write(words));
    }

    /**
     * What was sealed for this row; empty if nothing was, or the customer was erased.
     *
     * @throws IllegalStateException if it was altered, or sealed for another row
     */
    public <T> Optional<T> open(
            CustomerId about, String column, Object row, byte @Nullable [] sealed, Class<T> type) {
        return Optional.ofNullable(vault.openBytes(about.value(), place(column, row), sealed))
                .map(json -> EventJson.read(json, type));
    }

    private static String place(String column, Object row) {
        return column + " " + row;
    }
}
