package org.redress.notification.recipients;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.vault.Vault;

/** Customers' contacts as {@code redress.customers} tells them, sealed in the vault (XX-01). */
@ApplicationScoped
public class Customers {
    private static final String CONTACT = "customers.contact";

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
                                                + " customer_id = :id and not erased")
                                .bind("id", customerId)
                                .mapTo(byte[].class)
                                .findOne())
                .map(sealed -> vault.open(UUID.fromString(customerId), CONTACT, sealed))
                .map(this::read);
    }

    /** Whether this customer has asked to be forgotten. */
    public boolean isErased(String customerId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select exists (select from customers where"
                                        + " customer_id = :id and erased)")
                        .bind("id", customerId)
                        .mapTo(boolean.class)
                        .one());
    }

    /**
     * Until the end of this transaction the customer is not erased: a case that is written down now
     * will be seen by the erasure, or sees it.
     */
    @Transactional(MANDATORY)
    public void hold(String customerId) {
        lock("pg_advisory_xact_lock_shared", customerId);
    }

    @Transactional(MANDATORY)
    void remember(CustomerSnapshot snapshot) {
        var contact = new CustomerContact(snapshot.name(), snapshot.language(), snapshot.email());
        var subject = UUID.fromString(snapshot.customerId());
        save(snapshot.customerId(), vault.seal(subject, CONTACT, write(contact)));
        known.fire(new CustomerKnown(snapshot.customerId()));
    }

    /** A snapshot that was under way when the customer was erased changes nothing any more. */
    private void save(String customerId, byte @Nullable [] sealed) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into customers (customer_id, sealed, erased)
                                values (:id, :sealed, :sealed is null)
                                on conflict (customer_id) do update
                                set sealed = excluded.sealed,
                                    erased = customers.erased or excluded.erased
                                where not customers.erased
                                """)
                        .bind("id", customerId)
                        .bind("sealed", sealed)
                        .execute());
    }

    /** Forgets the customer and what their cases say (XX-03); may be repeated. */
    @Transactional(MANDATORY)
    void erase(String customerId, Collection<UUID> caseIds) {
        lock("pg_advisory_xact_lock", customerId);
        vault.destroy(List.of(UUID.fromString(customerId)));
        vault.destroy(caseIds);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into customers (customer_id, erased) values (:id, true)
                                on conflict (customer_id) do update
                                set sealed = null, erased = true
                                """)
                        .bind("id", customerId)
                        .execute());
        erased.fire(new CustomerErased(customerId));
    }

    /** A keys' database that came back from a backup has keys that were destroyed since. */
    void destroyAgain(@Observes StartupEvent start) {
        var subjects =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select cast(customer_id as uuid) from customers where erased
                                        union all
                                        select case_id from cases join customers using (customer_id)
                                        where erased
                                        """)
                                .mapTo(UUID.class)
                                .list());
        vault.destroy(subjects);
    }

    private void lock(String function, String customerId) {
        jdbi.useHandle(handle ->
                handle.createQuery("select %s(hashtextextended(:id, 23))".formatted(function))
                        .bind("id", customerId)
                        .mapTo(String.class)
                        .list());
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
