package org.redress.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CaseEvent.Registered;
import org.redress.intake.cases.CaseEvent.Stamp;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Cases;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.SatisfactionCheck;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerDesk;
import org.redress.intake.customers.Customers;
import org.redress.intake.customers.NewCustomer;
import org.redress.intake.staff.Actor;
import org.redress.intake.timetable.PromisePolicy;
import org.redress.intake.timetable.PromiseSettings;

/**
 * Takes a case in: customer, number, promise, record and event, in the caller's one transaction.
 */
@ApplicationScoped
class RegistrationDesk {

    private static final Logger LOG = Logger.getLogger(RegistrationDesk.class);

    private final CustomerDesk customerDesk;
    private final Customers customers;
    private final Cases cases;
    private final Event<CaseEvent> events;
    private final PromisePolicy promises;
    private final int crowd;
    private final String region;

    RegistrationDesk(
            CustomerDesk customerDesk,
            Customers customers,
            Cases cases,
            Event<CaseEvent> events,
            PromiseSettings promises,
            @ConfigProperty(name = "redress.urgent.crowd") int crowd,
            @ConfigProperty(name = "redress.region") String region) {
        this.customerDesk = customerDesk;
        this.customers = customers;
        this.cases = cases;
        this.events = events;
        this.promises = promises.policy();
        this.crowd = crowd;
        this.region = region;
    }

    /** Empty if the form names a customer that is not known, or no more. */
    @Transactional(TxType.MANDATORY)
    Optional<Registered> register(
            NewCase form, CaseNumber number, Agent agent, Instant registeredAt) {
        return customer(form, agent)
                .map(customer -> register(form, number, agent, registeredAt, customer));
    }

    private Registered register(
            NewCase form, CaseNumber number, Agent agent, Instant registeredAt, Customer customer) {
        boolean urgent = form.flagsOrNone().urgent(crowd);
        CustomerCase newCase =
                new CustomerCase(
                        CaseId.next(),
                        number,
                        customer.id(),
                        form.modeOrReal(),
                        form.channel(),
                        agent.unit(),
                        agent.actor().id(),
                        registeredAt,
                        form.report(registeredAt),
                        promises.promise(form.channel().name(), urgent, registeredAt),
                        SatisfactionCheck.NONE,
                        null,
                        1);
        cases.add(newCase);
        Registered registered =
                new Registered(newCase, new Stamp(registeredAt, 1, agent.actor()), customer);
        events.fire(registered);
        LOG.infof(
                "case registered number=%s caseId=%s channel=%s urgent=%s by=%s",
                number, newCase.id(), newCase.channel(), urgent, agent.actor().id());
        return registered;
    }

    private Optional<Customer> customer(NewCase form, Agent agent) {
        NewCustomer unknown = form.customer();
        if (unknown == null) {
            return customers.hold(Objects.requireNonNull(form.customerId()));
        }
        String callBack = RegistrationRules.callBackNumber(form.cti(), region).orElse(null);
        return Optional.of(
                customerDesk.enroll(unknown.orPhone(callBack), agent.unit(), agent.actor()));
    }

    /** The agent who registers, and the unit that the case is registered in. */
    record Agent(Actor actor, String unit) {}
}
