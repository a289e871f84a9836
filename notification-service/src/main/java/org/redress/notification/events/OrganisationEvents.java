package org.redress.notification.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.notification.recipients.Staff;
import org.redress.platform.messaging.Subscription;

/** Escalation tells who works here and what they are called; of units nothing is read. */
@ApplicationScoped
class OrganisationEvents implements Subscription {

    private final Staff staff;

    OrganisationEvents(Staff staff) {
        this.staff = staff;
    }

    @Override
    public String topic() {
        return "redress.organisation";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on(
                        "redress.person.snapshot.v1",
                        PersonSnapshot.class,
                        (_, snapshot) -> staff.tell(snapshot.person())));
    }
}
