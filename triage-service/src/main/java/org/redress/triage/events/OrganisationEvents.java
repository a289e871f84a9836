package org.redress.triage.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.platform.messaging.Subscription;
import org.redress.triage.organisation.KnownUnits;

/** Escalation tells which units there are; of persons nothing is read. */
@ApplicationScoped
class OrganisationEvents implements Subscription {

    private final KnownUnits units;

    OrganisationEvents(KnownUnits units) {
        this.units = units;
    }

    @Override
    public String topic() {
        return "redress.organisation";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.unit.snapshot.v1",
                        UnitSnapshot.class,
                        (_, snapshot) -> units.tell(snapshot.unit())));
    }
}
