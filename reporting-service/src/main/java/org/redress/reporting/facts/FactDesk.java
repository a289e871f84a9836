package org.redress.reporting.facts;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.News;
import org.redress.reporting.facts.Facts.Folded;
import org.redress.reporting.facts.Facts.Known;
import org.redress.reporting.facts.Facts.Saved;

/** Folds what arrived into the facts; what changed is published when its window ends. */
@ApplicationScoped
class FactDesk {
    private final Facts facts;
    private final FactMemory memory;
    private final Window window;
    private final Event<FactsFolded> folds;
    private final Clock clock;
    private final ZoneId zone;

    FactDesk(
            Facts facts,
            FactMemory memory,
            Window window,
            Event<FactsFolded> folds,
            Clock clock,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.facts = facts;
        this.memory = memory;
        this.window = window;
        this.folds = folds;
        this.clock = clock;
        this.zone = zone;
    }

    void fold(@Observes CaseEvents arrived) {
        var news = arrived.byCase();
        var publishAt = window.endsAfter(clock.instant());
        var changed = new ArrayList<>(folded(news, presumed(news)));
        var saved = new ArrayList<>(facts.save(changed, arrived.all(), publishAt));
        var outdated = without(changed, saved);
        if (!outdated.isEmpty()) {
            news.keySet().retainAll(outdated);
            changed.removeIf(fact -> outdated.contains(fact.fact().caseId()));
            var anew = folded(news, facts.read(outdated));
            changed.addAll(anew);
            saved.addAll(facts.save(anew, List.of(), publishAt));
        }
        folds.fire(new FactsFolded(changed, saved));
    }

    /** The cases of facts that another replica has folded meanwhile; their rows are ours now. */
    private static Set<CaseId> without(List<Folded> changed, List<Saved> saved) {
        var cases = changed.stream().map(each -> each.fact().caseId()).collect(toSet());
        saved.forEach(each -> cases.remove(each.caseId()));
        return cases;
    }

    /** As they are remembered; a case that is just registered was not there before. */
    private Map<CaseId, Known> presumed(Map<CaseId, List<CaseEvent>> news) {
        var known = new HashMap<CaseId, Known>();
        var unsure = new HashSet<CaseId>();
        news.forEach((caseId, told) -> {
            var remembered = memory.of(caseId);
            if (remembered != null) {
                known.put(caseId, remembered);
            } else if (told.stream().noneMatch(event -> event.news() instanceof News.Registered)) {
                unsure.add(caseId);
            }
        });
        if (!unsure.isEmpty()) {
            known.putAll(facts.read(unsure));
        }
        return known;
    }

    private List<Folded> folded(Map<CaseId, List<CaseEvent>> news, Map<CaseId, Known> known) {
        var changed = new ArrayList<Folded>();
        news.forEach((caseId, told) -> {
            var before = known.getOrDefault(caseId, Known.nothing(caseId));
            var fact = before.fact();
            for (var event : told) {
                fact = fact.with(event);
            }
            if (!fact.equals(before.fact())) {
                changed.add(new Folded(fact, before.folds() + 1, readsAnew(before.fact(), fact)));
            }
        });
        return changed;
    }

    private boolean readsAnew(CaseFact before, CaseFact after) {
        return after.hasRegistration()
                && !(before.hasRegistration()
                        && PublishedFact.of(before, zone, 0, Instant.EPOCH)
                                .equals(PublishedFact.of(after, zone, 0, Instant.EPOCH)));
    }
}
