package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.EventType;
import org.redress.reporting.events.News;

/**
 * The table {@code case_fact}, one row per case of which any event came, and with it {@code
 * timeline_event}, the events from which it was folded.
 */
@ApplicationScoped
public class Facts {

    /**
     * A fact as it stands.
     *
     * @param folds how often its row was written over; {@link #NO_ROW} for a case that has none yet
     */
    record Known(CaseFact fact, long folds) {

        /** Below that of every row, also of one that was written before folds were counted. */
        private static final long NO_ROW = -1;

        static Known nothing(CaseId caseId) {
            return new Known(CaseFact.unknown(caseId), NO_ROW);
        }
    }

    /**
     * A fact that changed.
     *
     * @param folds one more than before it changed
     * @param readsAnew whether what is published of it reads differently now
     */
    record Folded(CaseFact fact, long folds, boolean readsAnew) {

        /** Whether anybody is told of it at all. */
        boolean isTold() {
            return fact.hasRegistration();
        }
    }

    /** A fact that was written, and when it is to be published, if at all. */
    record Saved(CaseId caseId, @Nullable Instant publishAt) {}

    /**
     * A row of {@code case_fact} as it is written. The fold is text within the JSON of all rows, so
     * that the database reads it once and not twice.
     */
    record FactRow(
            UUID id, @Nullable String number, String fold, long folds, boolean told, boolean anew) {
        static FactRow of(Folded folded) {
            var fact = folded.fact();
            var number = fact.caseNumber();
            return new FactRow(
                    fact.caseId().value(),
                    number == null ? null : number.value(),
                    json(fact),
                    folded.folds(),
                    folded.isTold(),
                    folded.readsAnew());
        }
    }

    /** A row of {@code timeline_event} as it is written. */
    private record EventRow(
            String id,
            UUID subject,
            String type,
            String mode,
            @Nullable String causation,
            About about,
            News what) {
        static EventRow of(CaseEvent event) {
            return new EventRow(
                    event.id(),
                    event.caseId().value(),
                    EventType.of(event.news()).type(),
                    event.mode().value(),
                    event.causationId(),
                    event.about(),
                    event.news());
        }
    }

    private final Jdbi jdbi;

    Facts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The fact of the case with this number, if any event of it came. */
    public Optional<CaseFact> find(CaseNumber number) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select fold from case_fact
                                where case_number = :number
                                order by case_id limit 1
                                """)
                        .bind("number", number.value())
                        .map((row, _) -> fact(row))
                        .findOne());
    }

    /** What is known of these cases; those of which nothing came are not mentioned. */
    Map<CaseId, Known> read(Collection<CaseId> cases) {
        var ids = cases.stream().map(CaseId::value).toArray(UUID[]::new);
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select fold, folds from case_fact where case_id = any(:ids)
                                """)
                        .bindArray("ids", UUID.class, (Object[]) ids)
                        .map((row, _) -> new Known(fact(row), row.getLong("folds")))
                        .collect(toMap(known -> known.fact().caseId(), known -> known)));
    }

    /**
     * Keeps events and the facts that they changed, in one trip. A fact that waits already is
     * published no later for it. Rows are locked in the order of their ids, so that two replicas
     * take turns and never wait in a circle.
     *
     * @return what was written; a fact that another replica has folded meanwhile is not, but its
     *     row is locked
     */
    List<Saved> save(Collection<Folded> changed, Collection<CaseEvent> told, Instant publishAt) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with story as (
                                    insert into timeline_event (event_id, case_id, type, mode,
                                        causation_id, about, what)
                                    select id, subject, type, mode, causation, about, what
                                    from jsonb_to_recordset(cast(:told as jsonb)) as told (id text,
                                        subject uuid, type text, mode text, causation text,
                                        about jsonb, what jsonb)
                                    on conflict do nothing)
                                insert into case_fact as f (case_id, case_number, fold, folds,
                                    reads_anew, publish_at)
                                select id, number, cast(fold as jsonb), folds, anew,
                                    case when told then cast(:publishAt as timestamptz) end
                                from jsonb_to_recordset(cast(:changed as jsonb)) as changed (
                                    id uuid, number text, fold text, folds bigint, told boolean,
                                    anew boolean)
                                order by id
                                on conflict (case_id) do update
                                set case_number = excluded.case_number, fold = excluded.fold,
                                    folds = excluded.folds,
                                    reads_anew = f.reads_anew or excluded.reads_anew,
                                    publish_at = coalesce(f.publish_at, excluded.publish_at)
                                where f.folds = excluded.folds - 1
                                returning case_id, publish_at
                                """)
                        .bind("told", json(told.stream().map(EventRow::of).toList()))
                        .bind("changed", json(changed.stream().map(FactRow::of).toList()))
                        .bind("publishAt", publishAt)
                        .map((row, _) -> saved(row))
                        .list());
    }

    private static Saved saved(ResultSet row) throws SQLException {
        var publishAt = row.getObject("publish_at", OffsetDateTime.class);
        return new Saved(
                new CaseId(row.getObject("case_id", UUID.class)),
                publishAt == null ? null : publishAt.toInstant());
    }

    static CaseFact fact(ResultSet row) throws SQLException {
        return EventJson.read(row.getString("fold").getBytes(UTF_8), CaseFact.class);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), UTF_8);
    }
}
