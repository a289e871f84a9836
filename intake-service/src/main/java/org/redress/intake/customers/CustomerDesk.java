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
import org.redress.platform.web.outage.RetriedOnConflict;

/** Takes customers in and keeps them up to date. */
@ApplicationScoped
public class CustomerDesk {

    private static final Logger LOG = Logger.getLogger(CustomerDesk.class);

    private final Customers customers;
    private final SealedWords words;
    private final Event<CustomerEvent> events;
    private final Clock clock;
    private final String region;

    CustomerDesk(
            Customers customers,
            SealedWords words,
            Event<CustomerEvent> events,
            Clock clock,
            @ConfigProperty(name = "redress.region") String region) {
        this.customers = customers;
        this.words = words;
        this.events = events;
        this.clock = clock;
        this.region = region;
    }

    /** Takes a new customer in, for this unit. */
    @Transactional(TxType.MANDATORY)
    public Customer enroll(NewCustomer form, String unit, Actor by) {
        Customer customer =
                new Customer(
                        words.newCustomer(),
                        form.card(region),
                        form.language(),
                        form.tier(),
                        clock.instant(),
                        1);
        customers.add(customer, unit);
        events.fire(new CustomerEvent.Known(customer, customer.createdAt(), by));
        LOG.infof("customer enrolled customerId=%s by=%s", customer.id(), by.id());
        return customer;
    }

    /** Changes a customer as it was read; empty if somebody else changed it in between. */
    @RetriedOnConflict
    @Transactional
    Optional<Customer> change(Customer customer, CustomerChange change, Actor by) {
        Customer changed = change.applyTo(customer, region);
        if (!customers.replace(changed)) {
            return Optional.empty();
        }
        events.fire(new CustomerEvent.Known(changed, clock.instant(), by));
        LOG.infof("customer changed customerId=%s by=%s", changed.id(), by.id());
        return Optional.of(changed);
    }
}
