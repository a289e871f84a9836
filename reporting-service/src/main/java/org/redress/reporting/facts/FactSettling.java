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
import org.redress.reporting.facts.DueFacts.Settled;

/**
 * Settles the facts whose window has ended, each in one version whatever happened in it. Killed in
 * the middle it has published nothing, and the facts are still due.
 */
@ApplicationScoped
class FactSettling implements DueRows {
    private final DueFacts facts;
    private final Event<FactsSettled> settled;
    private final Alarms alarms;
    private final ZoneId zone;

    FactSettling(
            DueFacts facts,
            Event<FactsSettled> settled,
            Alarms alarms,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.facts = facts;
        this.settled = settled;
        this.alarms = alarms;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "case_fact";
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return facts.due(now, limit);
    }

    @Override
    public int fire(List<UUID> cases, Instant now) {
        return tell(facts.settle(cases, now), now);
    }

    /** As {@link #fire}, of those that are longest overdue. */
    int fire(int limit, Instant now) {
        return tell(facts.settle(now, limit), now);
    }

    private int tell(List<Settled> claimed, Instant now) {
        if (!claimed.isEmpty()) {
            settled.fire(
                    new FactsSettled(
                            claimed.stream().map(Settled::fact).toList(),
                            claimed.stream()
                                    .filter(Settled::readsAnew)
                                    .map(each -> each.published(zone, now))
                                    .toList()));
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

    /** Known to {@link FactTimer}. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
