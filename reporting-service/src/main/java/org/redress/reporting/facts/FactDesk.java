package org.redress.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.facts.Facts.Versioned;
import org.redress.reporting.facts.FactsChanged.Change;

/** Folds what arrived into the facts and publishes each that reads differently, once. */
@ApplicationScoped
class FactDesk {
    private static final String TOPIC = "redress.bi.case-facts";

    private final Facts facts;
    private final Outbox outbox;
    private final Event<FactsChanged> changed;
    private final Clock clock;
    private final ZoneId zone;
    private final long versionsAfter;

    FactDesk(
            Facts facts,
            Outbox outbox,
            Event<FactsChanged> changed,
            Clock clock,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            @ConfigProperty(name = "redress.reporting.fact-versions-after") long versionsAfter) {
        this.facts = facts;
        this.outbox = outbox;
        this.changed = changed;
        this.clock = clock;
        this.zone = zone;
        this.versionsAfter = versionsAfter;
    }

    void fold(@Observes CaseEvents arrived) {
        var news = arrived.byCase();
        var changes = new ArrayList<Change>();
        var after = new ArrayList<Versioned>();
        for (var known : facts.lock(new TreeSet<>(news.keySet()))) {
            var fact = known.fact();
            for (var event : news.get(fact.caseId())) {
                fact = fact.with(event);
            }
            if (!fact.equals(known.fact())) {
                changes.add(new Change(known.fact(), fact));
                after.add(new Versioned(fact, publishIfNews(known, fact)));
            }
        }
        facts.save(after);
        changed.fire(new FactsChanged(changes));
    }

    /** The version after it: the next if there was anything to publish. */
    private long publishIfNews(Versioned known, CaseFact fact) {
        if (!fact.hasRegistration() || readsTheSame(known.fact(), fact)) {
            return known.version();
        }
        long version = known.next(versionsAfter);
        publish(PublishedFact.of(fact, zone, version, clock.instant()));
        return version;
    }

    private boolean readsTheSame(CaseFact before, CaseFact after) {
        var now = clock.instant();
        return before.hasRegistration()
                && PublishedFact.of(before, zone, 0, now)
                        .equals(PublishedFact.of(after, zone, 0, now));
    }

    private void publish(PublishedFact fact) {
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
