package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.web.Caller;

/**
 * Whose customers a person may see (requirement XX-06): those with a case that they may see, and
 * until there is a case those that their units enrolled.
 */
@ApplicationScoped
public class CustomerScope {

    private static final String COVERS =
            """
            select exists (
                select from customer_case c join case_unit u on u.case_id = c.id
                where c.customer_id = :id and u.unit = any (:units))
            or exists (
                select from customer
                where id = :id
                and exists (select from unnest(:units) as own
                    where unit = own or starts_with(unit, own || '/'))
                and not exists (select from customer_case where customer_id = :id))
            """;

    private final Jdbi jdbi;
    private final Caller caller;
    private final Customers customers;

    CustomerScope(Jdbi jdbi, Caller caller, Customers customers) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.customers = customers;
    }

    /** Whether this one is among the caller's. */
    public boolean covers(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(COVERS)
                        .bind("id", id.value())
                        .bindArray("units", String.class, caller.units())
                        .mapTo(boolean.class)
                        .one());
    }

    /** Whether there is such a customer, but for others. */
    public boolean isOfOthers(CustomerId id) {
        return customers.find(id).isPresent() && !covers(id);
    }
}
