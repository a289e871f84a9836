package org.redress.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.due.Wakeup;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.facts.Facts.Folded;

/** Folds what arrived into the facts; what changed is published when its window ends. */
@ApplicationScoped
class FactDesk {
    private final Facts facts;
    private final Window window;
    private final Wakeup wakeup;
    private final Clock clock;
    private final ZoneId zone;

    FactDesk(
            Facts facts,
            Window window,
            Wakeup wakeup,
            Clock clock,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.facts = facts;
        this.window = window;
        this.wakeup = wakeup;
        this.clock = clock;
        this.zone = zone;
    }

    void fold(@Observes CaseEvents arrived) {
        var news = arrived.byCase();
        var changed = new ArrayList<Folded>();
        for (var known : facts.lock(new TreeSet<>(news.keySet()))) {
            var fact = known;
            for (var event : news.get(fact.caseId())) {
                fact = fact.with(event);
            }
            if (!fact.equals(known)) {
                changed.add(new Folded(fact, readsAnew(known, fact)));
            }
        }
        var publishAt = window.endsAfter(clock.instant());
        facts.save(changed, publishAt);
        if (changed.stream().anyMatch(Folded::isTold)) {
            wakeup.at(publishAt);
        }
    }

    private boolean readsAnew(CaseFact before, CaseFact after) {
        return after.hasRegistration()
                && !(before.hasRegistration()
                        && PublishedFact.of(before, zone, 0, Instant.EPOCH)
                                .equals(PublishedFact.of(after, zone, 0, Instant.EPOCH)));
    }
}
