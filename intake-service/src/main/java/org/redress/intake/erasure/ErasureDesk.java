package org.redress.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.Cases;
import org.redress.intake.customers.CustomerEvent;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.Customers;
import org.redress.intake.staff.Actor;
import org.redress.platform.vault.Vault;
import org.redress.platform.web.outage.RetriedOnConflict;

/**
 * Destroys the key of a customer and tells all other services to do the same with those of the
 * cases (requirement XX-03).
 */
@ApplicationScoped
public class ErasureDesk {

    private static final Logger LOG = Logger.getLogger(ErasureDesk.class);

    private final Customers customers;
    private final Cases cases;
    private final Vault vault;
    private final Event<CustomerEvent> events;
    private final Clock clock;

    ErasureDesk(
            Customers customers,
            Cases cases,
            Vault vault,
            Event<CustomerEvent> events,
            Clock clock) {
        this.customers = customers;
        this.cases = cases;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Erases the customer. Who registers or changes something of them at that moment is waited for,
     * so that what they write is erased too; who comes later finds nobody. May be repeated: it is
     * told again.
     *
     * @return false if there never was such a customer
     */
    @RetriedOnConflict
    @Transactional
    boolean erase(CustomerId id, Actor by) {
        if (!customers.holdForErasure(id)) {
            return false;
        }
        customers.erase(id, clock.instant());
        // Before the commit: a crash in between leaves words that nobody can read, not a key.
        vault.destroy(List.of(id.value()));
        vault.destroy(caseIds(id));
        tell(id, by);
        LOG.infof("customer erased customerId=%s by=%s", id, by.id());
        return true;
    }

    /** Something of a case came late: if its customer was erased, all others are told once more. */
    @Transactional(TxType.MANDATORY)
    public void tellAgainIfErased(CaseId late) {
        cases.customerOf(late).filter(customers::isErased).ifPresent(id -> tell(id, Actor.RULE));
    }

    private void tell(CustomerId id, Actor by) {
        events.fire(new CustomerEvent.Erased(id, caseIds(id), clock.instant(), by));
    }

    /** Dead letters and parked events are sealed under the case that they tell of. */
    private List<UUID> caseIds(CustomerId id) {
        return cases.idsOf(id).stream().map(CaseId::value).toList();
    }
}
