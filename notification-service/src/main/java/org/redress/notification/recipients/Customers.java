package org.redress.notification.recipients;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Customers' contacts as {@code redress.customers} tells them, sealed in the vault (IN-23). */
@ApplicationScoped
public class Customers {
    private final Jdbi jdbi;
    private final Vault vault;
    private final Event<CustomerKnown> known;
    private final Event<CustomerErased> erased;
    private final ObjectMapper json;

    @Inject
    Customers(
            Jdbi jdbi,
            Vault vault,
            Event<CustomerKnown> known,
            Event<CustomerErased> erased,
            ObjectMapper json) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.known = known;
        this.erased = erased;
        this.json = json;
    }

    /** The contact of this customer; empty when it has not come yet or is erased. */
    public Optional<CustomerContact> find(String customerId) {
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select sealed from customers where"
                                                + " customer_id = :id and sealed is not"
                                                + " null")
                                .bind("id", customerId)
                                .mapTo(byte[].class)
                                .findOne())
                .flatMap(sealed -> vault.open(customerId, sealed))
                .map(this::read);
    }

    /** Whether this customer has asked to be forgotten. */
    public boolean isErased(String customerId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select exists (select from customers where"
                                        + " customer_id = :id and sealed is null)")
                        .bind("id", customerId)
                        .mapTo(boolean.class)
                        .one());
    }

    @Transactional(MANDATORY)
    void remember(CustomerSnapshot snapshot) {
        var contact = new CustomerContact(snapshot.name(), snapshot.language(), snapshot.email());
        vault.seal(snapshot.customerId(), write(contact))
                .ifPresent(sealed -> save(snapshot.customerId(), sealed));
        known.fire(new CustomerKnown(snapshot.customerId()));
    }

    @Transactional(MANDATORY)
    void erase(String customerId) {
        vault.destroy(customerId);
        save(customerId, null);
        erased.fire(new CustomerErased(customerId));
    }

    private void save(String customerId, byte @Nullable [] sealed) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "insert into customers (customer_id, sealed)"
                                        + " values (:id, :sealed)"
                                        + " on conflict (customer_id) do update"
                                        + " set sealed = :sealed")
                        .bind("id", customerId)
                        .bind("sealed", sealed)
                        .execute());
    }

    private String write(CustomerContact contact) {
        try {
            return json.writeValueAsString(contact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CustomerContact read(String text) {
        try {
            return json.readValue(text, CustomerContact.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
