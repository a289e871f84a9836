package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The customers that intake keeps; their contact card is sealed. */
@ApplicationScoped
public class Customers {

    private static final String CARD = "customer.card";

    private static final String SELECT =
            """
            select id, card, language, tier, created_at, version
            from customer where id = :id and erased_at is null
            """;

    private final Jdbi jdbi;
    private final SealedWords words;

    Customers(Jdbi jdbi, SealedWords words) {
        this.jdbi = jdbi;
        this.words = words;
    }

    /** A customer by id; empty if there is none, or none any more. */
    public Optional<Customer> find(CustomerId id) {
        return find(id, SELECT);
    }

    /** The same, and nobody erases them until this transaction ends. */
    public Optional<Customer> hold(CustomerId id) {
        return find(id, SELECT + " for key share");
    }

    /** Whether there is, or was, such a customer; if so nobody else writes of them meanwhile. */
    public boolean holdForErasure(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select true from customer where id = :id for update")
                        .bind("id", id.value())
                        .mapTo(boolean.class)
                        .findOne()
                        .isPresent());
    }

    /** Whether they were there once and are not any more. */
    public boolean isErased(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select exists (select from customer
                                    where id = :id and erased_at is not null)
                                """)
                        .bind("id", id.value())
                        .mapTo(boolean.class)
                        .one());
    }

    /** Takes the card away, once and for all. */
    public void erase(CustomerId id, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update customer
                                set card = null, erased_at = :now, version = version + 1
                                where id = :id and erased_at is null
                                """)
                        .bind("id", id.value())
                        .bind("now", now)
                        .execute());
    }

    /** Those who were erased, in the order of their ids. */
    public List<CustomerId> erasedAfter(@Nullable CustomerId last, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select id from customer
                                where erased_at is not null and id > :last order by id limit :limit
                                """)
                        .bind("last", last == null ? new UUID(0, 0) : last.value())
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .map(CustomerId::new)
                        .list());
    }

    void add(Customer customer, String unit) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into customer
                                    (id, card, language, tier, unit, created_at, version)
                                values (:id, :card, :language, :tier, :unit, :createdAt,
                                    :version)
                                """)
                        .bind("id", customer.id().value())
                        .bind("card", Objects.requireNonNull(sealed(customer)))
                        .bind("language", customer.language().name())
                        .bind("tier", customer.tier().name())
                        .bind("unit", unit)
                        .bind("createdAt", customer.createdAt())
                        .bind("version", customer.version())
                        .execute());
    }

    /** Writes the next version; false if somebody else has written it already. */
    boolean replace(Customer customer) {
        byte[] card = sealed(customer);
        return card != null
                && jdbi.withHandle(handle ->
                        handle.createUpdate(
                                        """
                                        update customer
                                        set card = :card, language = :language, tier = :tier,
                                            version = :version
                                        where id = :id and version = :version - 1
                                            and erased_at is null
                                        """)
                                .bind("id", customer.id().value())
                                .bind("card", card)
                                .bind("language", customer.language().name())
                                .bind("tier", customer.tier().name())
                                .bind("version", customer.version())
                                .execute())
                        == 1;
    }

    private byte @Nullable [] sealed(Customer customer) {
        return words.seal(customer.id(), CARD, customer.id(), customer.card());
    }

    private Optional<Customer> find(CustomerId id, String select) {
        return jdbi.withHandle(handle ->
                        handle.createQuery(select)
                                .bind("id", id.value())
                                .map((row, _) -> customer(row))
                                .findOne())
                .flatMap(found -> found);
    }

    private Optional<Customer> customer(ResultSet row) throws SQLException {
        CustomerId id = new CustomerId(row.getObject("id", UUID.class));
        Language language = Language.valueOf(row.getString("language"));
        CustomerTier tier = CustomerTier.valueOf(row.getString("tier"));
        Instant createdAt = row.getTimestamp("created_at").toInstant();
        long version = row.getLong("version");
        return words.open(id, CARD, id, row.getBytes("card"), ContactCard.class)
                .map(card -> new Customer(id, card, language, tier, createdAt, version));
    }
}
