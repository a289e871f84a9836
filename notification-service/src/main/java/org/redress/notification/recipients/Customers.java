package org.redress.notification.recipients;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.OneTrip;
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
    private final OneTrip<Told> remembered;

    Customers(
            Jdbi jdbi,
            Vault vault,
            Event<CustomerKnown> known,
            Event<CustomerErased> erased,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.known = known;
        this.erased = erased;
        this.json = json;
        this.remembered = OneTrip.andThen(transaction, this::save);
    }

    /** The contact of this customer; empty when it has not come yet or is erased. */
    public Optional<CustomerContact> find(String customerId) {
        remembered.flush();
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select sealed from customer where"
                                                + " customer_id = :id and not erased")
                                .bind("id", customerId)
                                .mapTo(byte[].class)
                                .findOne())
                .flatMap(sealed -> open(customerId, sealed));
    }

    /** Opens what rests of this customer; empty when nothing does, or they are erased. */
    public Optional<CustomerContact> open(String customerId, byte @Nullable [] sealed) {
        return Optional.ofNullable(vault.open(UUID.fromString(customerId), CONTACT, sealed))
                .map(this::read);
    }

    /** Whether this customer has asked to be forgotten. */
    public boolean isErased(String customerId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select exists (select from customer where"
                                        + " customer_id = :id and erased)")
                        .bind("id", customerId)
                        .mapTo(boolean.class)
                        .one());
    }

    @Transactional(MANDATORY)
    public void remember(String customerId, CustomerContact contact) {
        remembered.add(new Told(customerId, contact));
    }

    /** Writes what is remembered in this transaction: what follows in it sees it. */
    public void flush() {
        remembered.flush();
    }

    /** A snapshot that was under way when the customer was erased changes nothing any more. */
    private static final String SAVE =
            """
            insert into customer (customer_id, sealed, erased)
            select customer_id, decode(sealed, 'base64'), sealed is null
            from jsonb_to_recordset(cast(:rows as jsonb)) as told (customer_id text, sealed text)
            order by customer_id
            on conflict (customer_id) do update
            set sealed = excluded.sealed, erased = customer.erased or excluded.erased
            where not customer.erased
            returning case when exists (
                select from customer_case where customer_case.customer_id = customer.customer_id)
                then customer_id end
            """;

    /** Whoever has a case already may be waited for. */
    private Runnable save(List<Told> snapshots) {
        var last =
                snapshots.stream()
                        .collect(toMap(Told::customerId, Function.identity(), (_, later) -> later))
                        .values();
        vault.prepare(last.stream().map(Customers::subject).toList());
        var rows = write(last.stream().map(this::seal).toList());
        var withCases =
                jdbi.withHandle(handle ->
                        handle.createQuery(SAVE).bind("rows", rows).mapTo(String.class).list());
        return () ->
                withCases.stream()
                        .filter(Objects::nonNull)
                        .forEach(id -> known.fire(new CustomerKnown(id)));
    }

    private Sealed seal(Told told) {
        return new Sealed(told.customerId, vault.seal(subject(told), CONTACT, write(told.contact)));
    }

    private static UUID subject(Told told) {
        return UUID.fromString(told.customerId);
    }

    private record Told(String customerId, CustomerContact contact) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Sealed(String customerId, byte @Nullable [] sealed) {}

    /** Forgets the customer and what their cases say (XX-03); may be repeated. */
    @Transactional(MANDATORY)
    public void erase(String customerId, Collection<UUID> caseIds) {
        remembered.flush();
        waitForCases();
        vault.destroy(List.of(UUID.fromString(customerId)));
        vault.destroy(caseIds);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into customer (customer_id, erased) values (:id, true)
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
                                        select cast(customer_id as uuid) from customer where erased
                                        union all
                                        select case_id from customer_case join customer using (customer_id)
                                        where erased
                                        """)
                                .mapTo(UUID.class)
                                .list());
        vault.destroy(subjects);
    }

    /**
     * Erasures are rare, cases are many: a case that is being written down is waited for and seen,
     * one that comes later waits and sees the erasure.
     */
    private void waitForCases() {
        jdbi.useHandle(
                handle -> handle.execute("lock table customer_case in share row exclusive mode"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
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
