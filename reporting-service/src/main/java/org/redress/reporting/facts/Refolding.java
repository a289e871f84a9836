package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.facts.DueFacts.Settled;
import org.redress.reporting.facts.Facts.FactRow;
import org.redress.reporting.facts.Facts.Folded;

/**
 * Folds facts anew from the {@link Journal}, whatever their rows hold. The rows are held meanwhile,
 * so that an event that comes now is folded onto the new fact. A row is never taken away: a fact of
 * which the journal knows nothing stays as it is.
 */
@ApplicationScoped
public class Refolding {

    /**
     * Version 0 was never published: a replica may have made a lost row again from what it
     * remembers, and thinks that it reads as before.
     */
    private static final String REWRITE =
            """
            with refolded as materialized (
                select id, number, cast(fold as jsonb) as fold, told
                from jsonb_to_recordset(cast(:refolded as jsonb)) as refolded (
                    id uuid, number text, fold text, told boolean))
            update case_fact f
            set case_number = r.number, fold = r.fold, folds = f.folds + 1,
                publish_at = case when r.told then cast(:now as timestamptz) end,
                reads_anew = r.told and (:everything or f.reads_anew or f.version = 0
                    or f.fold is distinct from r.fold)
            from refolded r where f.case_id = r.id
            """;

    private static final String TELL_AGAIN =
            """
            update case_fact set publish_at = :now, reads_anew = true
            where case_id = any(:cases) and fold ->> 'registration' is not null
            """;

    /**
     * What became of some cases.
     *
     * @param facts as they are now, published or not
     * @param published how many of them were
     * @param withoutEvents how many have a row and no event
     * @param unreadable how many have an event that cannot be read, and were left as they are
     */
    public record Refolded(List<CaseFact> facts, int published, int withoutEvents, int unreadable) {
        public Refolded {
            facts = List.copyOf(facts);
        }
    }

    private final Journal journal;
    private final Facts facts;
    private final DueFacts dueFacts;
    private final Event<FactsSettled> settled;
    private final Jdbi jdbi;
    private final ZoneId zone;

    Refolding(
            Journal journal,
            Facts facts,
            DueFacts dueFacts,
            Event<FactsSettled> settled,
            Jdbi jdbi,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.journal = journal;
        this.facts = facts;
        this.dueFacts = dueFacts;
        this.settled = settled;
        this.jdbi = jdbi;
        this.zone = zone;
    }

    /** Waits until nobody settles, and keeps all others from it until this transaction ends. */
    public void takeTurn() {
        jdbi.useHandle(handle -> handle.execute(DueFacts.ONE_AT_A_TIME));
    }

    /** The next cases in the order of their ids. */
    public List<CaseId> casesAfter(CaseId last, int limit) {
        return journal.casesAfter(last, limit);
    }

    /**
     * Folds these cases, in the order of their ids, and publishes what is not as it was. The
     * metrics are not summed up.
     *
     * @param everything publishes also what is as it was
     */
    public Refolded refold(List<CaseId> cases, boolean everything, Instant now) {
        hold(cases, now);
        var folded = new TreeMap<CaseId, CaseFact>();
        var unreadable = new HashSet<CaseId>();
        journal.tell(
                cases,
                (caseId, event) -> {
                    if (event == null) {
                        unreadable.add(caseId);
                    } else {
                        folded.merge(
                                caseId,
                                CaseFact.unknown(caseId).with(event),
                                (known, _) -> known.with(event));
                    }
                });
        folded.keySet().removeAll(unreadable);
        rewrite(folded.values(), everything, now);
        if (everything) {
            tellAgain(cases, folded.keySet(), now);
        }
        return new Refolded(
                List.copyOf(folded.values()),
                publish(cases, now),
                cases.size() - folded.size() - unreadable.size(),
                unreadable.size());
    }

    /**
     * Their rows are ours now; one that was lost is there again, with nothing in it, and counts its
     * folds from where no replica remembers it.
     */
    private void hold(List<CaseId> cases, Instant now) {
        var nothing =
                cases.stream()
                        .map(CaseFact::unknown)
                        .map(fact -> new Folded(fact, now.toEpochMilli(), false))
                        .toList();
        facts.save(nothing, List.of(), now);
    }

    private void rewrite(Collection<CaseFact> folded, boolean everything, Instant now) {
        var rows = folded.stream().map(fact -> FactRow.of(new Folded(fact, 0, false))).toList();
        jdbi.useHandle(handle ->
                handle.createUpdate(REWRITE)
                        .bind("refolded", new String(EventJson.write(rows), UTF_8))
                        .bind("everything", everything)
                        .bind("now", now)
                        .execute());
    }

    private void tellAgain(List<CaseId> cases, Collection<CaseId> folded, Instant now) {
        var others = new HashSet<>(cases);
        others.removeAll(folded);
        jdbi.useHandle(handle ->
                handle.createUpdate(TELL_AGAIN)
                        .bindArray("cases", UUID.class, ids(others))
                        .bind("now", now)
                        .execute());
    }

    private int publish(List<CaseId> cases, Instant now) {
        var anew =
                dueFacts.settle(ids(cases), now).stream()
                        .filter(Settled::readsAnew)
                        .map(each -> each.published(zone, now))
                        .toList();
        settled.fire(new FactsSettled(List.of(), anew));
        return anew.size();
    }

    private static List<UUID> ids(Collection<CaseId> cases) {
        return cases.stream().map(CaseId::value).toList();
    }
}
