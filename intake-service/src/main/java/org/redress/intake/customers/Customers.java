package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.vault.CustomerKey;
import org.redress.intake.vault.Vault;

/** The customers that intake keeps; their contact card is sealed. */
@ApplicationScoped
public class Customers {

    private final Jdbi jdbi;
    private final Vault vault;

    Customers(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** A customer by id; empty if there is none, or none any more. */
    public Optional<CustomerFile> find(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select id, wrapped_key, card, language, tier, created_at, version
                                from customer where id = :id and wrapped_key is not null
                                """)
                        .bind("id", id.value())
                        .map((row, _) -> file(row))
                        .findOne());
    }

    CustomerFile add(Customer customer) {
        CustomerKey key = vault.newKey();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into customer
                                    (id, wrapped_key, card, language, tier, created_at, version)
                                values (:id, :key, :card, :language, :tier, :createdAt, :version)
                                """)
                        .bind("id", customer.id().value())
                        .bind("key", vault.wrap(key, customer.id()))
                        .bind("card", vault.seal(key, customer.card(), customer.id()))
                        .bind("language", customer.language().name())
                        .bind("tier", customer.tier().name())
                        .bind("createdAt", customer.createdAt())
                        .bind("version", customer.version())
                        .execute());
        return new CustomerFile(customer, key);
    }

    /** Writes the next version; false if somebody else has written it already. */
    boolean replace(CustomerFile file) {
        Customer customer = file.customer();
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                update customer
                                set card = :card, language = :language, tier = :tier,
                                    version = :version
                                where id = :id and version = :version - 1
                                    and wrapped_key is not null
                                """)
                        .bind("id", customer.id().value())
                        .bind("card", vault.seal(file.key(), customer.card(), customer.id()))
                        .bind("language", customer.language().name())
                        .bind("tier", customer.tier().name())
                        .bind("version", customer.version())
                        .execute())
                == 1;
    }

    /** Destroys the key and the card; false if it was done before or there is no such customer. */
    boolean erase(CustomerId id, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                update customer
                                set wrapped_key = null, card = null, erased_at = :now,
                                    version = version + 1
                                where id = :id and wrapped_key is not null
                                """)
                        .bind("id", id.value())
                        .bind("now", now)
                        .execute())
                == 1;
    }

    boolean existed(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select exists (select from customer where id = :id)")
                        .bind("id", id.value())
                        .mapTo(boolean.class)
                        .one());
    }

    private CustomerFile file(ResultSet row) throws SQLException {
        CustomerId id = new CustomerId(row.getObject("id", UUID.class));
        CustomerKey key = vault.unwrap(row.getBytes("wrapped_key"), id);
        return new CustomerFile(
                new Customer(
                        id,
                        vault.open(key, row.getBytes("card"), ContactCard.class, id),
                        Language.valueOf(row.getString("language")),
                        CustomerTier.valueOf(row.getString("tier")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getLong("version")),
                key);
    }
}
