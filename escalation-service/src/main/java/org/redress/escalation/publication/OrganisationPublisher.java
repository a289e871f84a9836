package org.redress.escalation.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.organisation.OrganisationChanged;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Tells which units and persons are not as they were, in the transaction that made them so. */
@ApplicationScoped
class OrganisationPublisher {

    private static final String TOPIC = "redress.organisation";

    private final Outbox outbox;
    private final Clock clock;

    OrganisationPublisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void on(@Observes OrganisationChanged change) {
        Map<String, PublishedOrganisation> before =
                change.before() == null ? Map.of() : PublishedOrganisation.of(change.before());
        Map<String, PublishedOrganisation> now = PublishedOrganisation.of(change.now().document());
        Stream.concat(
                        now.values().stream().filter(one -> !one.equals(before.get(one.key()))),
                        before.values().stream()
                                .filter(one -> !now.containsKey(one.key()))
                                .map(PublishedOrganisation::gone))
                .forEach(one -> publish(one, change));
    }

    private void publish(PublishedOrganisation one, OrganisationChanged change) {
        var told =
                new PublishedOrganisation.Told(
                        change.at(), clock.instant(), change.by(), change.now().version(), one);
        outbox.add(
                OutgoingEvent.of(one.type(), told)
                        .to(TOPIC, one.key())
                        .at(change.at())
                        .with("mode", Mode.REAL.name())
                        .with("orgunit", one.orgUnit().value()));
    }
}
