package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.intake.staff.Actor;

/** Takes customers in, keeps them up to date, and forgets them. */
@ApplicationScoped
public class CustomerDesk {

    private static final Logger LOG = Logger.getLogger(CustomerDesk.class);

    private final Customers customers;
    private final Event<CustomerEvent> events;
    private final Clock clock;
    private final String region;

    CustomerDesk(
            Customers customers,
            Event<CustomerEvent> events,
            Clock clock,
            @ConfigProperty(name = "redress.region") String region) {
        this.customers = customers;
        this.events = events;
        this.clock = clock;
        this.region = region;
    }

    /** Takes a new customer in. */
    @Transactional(TxType.MANDATORY)
    public CustomerFile enroll(NewCustomer form, Actor by) {
        CustomerFile file =
                customers.add(
                        new Customer(
                                CustomerId.next(),
                                form.card(region),
                                form.language(),
                                form.tier(),
                                clock.instant(),
                                1));
        events.fire(new CustomerEvent.Known(file.customer(), file.customer().createdAt(), by));
        LOG.infof("customer enrolled customerId=%s by=%s", file.customer().id(), by.id());
        return file;
    }

    /** Changes a customer as it was read; empty if somebody else changed it in between. */
    @Transactional
    Optional<Customer> change(CustomerFile file, CustomerChange change, Actor by) {
        Customer changed = change.applyTo(file.customer(), region);
        if (!customers.replace(new CustomerFile(changed, file.key()))) {
            return Optional.empty();
        }
        events.fire(new CustomerEvent.Known(changed, clock.instant(), by));
        LOG.infof("customer changed customerId=%s by=%s", changed.id(), by.id());
        return Optional.of(changed);
    }

    /**
     * Destroys the customer's key: nothing that they told us can be read again, their cases'
     * reports included (requirement XX-03). False if there never was such a customer.
     */
    @Transactional
    boolean erase(CustomerId id, Actor by) {
        if (customers.erase(id, clock.instant())) {
            events.fire(new CustomerEvent.Erased(id, clock.instant(), by));
            LOG.infof("customer erased customerId=%s by=%s", id, by.id());
            return true;
        }
        return customers.existed(id);
    }
}
