package org.redress.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.due.DueRows;
import org.redress.platform.messaging.Alarms;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.reporting.facts.DueFacts.Settled;

/**
 * Publishes the facts whose window has ended, each in one version whatever happened in it. Killed
 * in the middle it has published nothing, and the facts are still due.
 */
@ApplicationScoped
class FactPublisher implements DueRows {
    private static final String TOPIC = "redress.bi.case-facts";

    private final DueFacts facts;
    private final Outbox outbox;
    private final Event<FactsSettled> settled;
    private final Alarms alarms;
    private final ZoneId zone;
    private final long versionsAfter;

    FactPublisher(
            DueFacts facts,
            Outbox outbox,
            Event<FactsSettled> settled,
            Alarms alarms,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            @ConfigProperty(name = "redress.reporting.fact-versions-after") long versionsAfter) {
        this.facts = facts;
        this.outbox = outbox;
        this.settled = settled;
        this.alarms = alarms;
        this.zone = zone;
        this.versionsAfter = versionsAfter;
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return facts.due(now, limit);
    }

    @Override
    public int fire(List<UUID> cases, Instant now) {
        return publish(facts.settle(cases, now, versionsAfter), now);
    }

    /** As {@link #fire}, of those that are longest overdue. */
    int fire(int limit, Instant now) {
        return publish(facts.settle(now, limit, versionsAfter), now);
    }

    private int publish(List<Settled> claimed, Instant now) {
        if (!claimed.isEmpty()) {
            claimed.stream().filter(Settled::readsAnew).forEach(fact -> publish(fact, now));
            settled.fire(new FactsSettled(claimed.stream().map(Settled::fact).toList()));
        }
        return claimed.size();
    }

    @Override
    public boolean postpone(UUID caseId, Instant now, Instant until) {
        return facts.postpone(caseId, now, until);
    }

    @Override
    public void wasPutOff(UUID caseId, Throwable failure) {
        alarms.report(
                "EVENT_REFUSED",
                "case-fact " + caseId,
                "not published, tried again in a minute",
                caseId);
    }

    /** Known to {@link Settlement}. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }

    private void publish(Settled claimed, Instant now) {
        var fact = PublishedFact.of(claimed.fact(), zone, claimed.version(), now);
        var event =
                OutgoingEvent.of(PublishedFact.TYPE, fact)
                        .to(TOPIC, fact.caseId().toString())
                        .at(fact.updatedAt())
                        .with("mode", fact.mode().value())
                        .with("correlationid", fact.caseId().toString());
        outbox.add(
                fact.ownerUnit() == null ? event : event.with("orgunit", fact.ownerUnit().value()));
    }
}
