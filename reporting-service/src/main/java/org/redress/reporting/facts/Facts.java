package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;

/** The table {@code case_fact}: one row per case of which any event came. */
@ApplicationScoped
public class Facts {
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('facts settle'))";

    /**
     * A fact that changed.
     *
     * @param readsAnew whether what is published of it reads differently now
     */
    record Folded(CaseFact fact, boolean readsAnew) {

        /** Whether anybody is told of it at all. */
        boolean isTold() {
            return fact.hasRegistration();
        }
    }

    /** A fact whose window has ended, and the version in which it is published if it reads anew. */
    record Settled(CaseFact fact, long version, boolean readsAnew) {}

    /** A row as it is written; the names are those of the columns. */
    private record Row(
            UUID id, @Nullable String number, CaseFact fold, boolean told, boolean anew) {
        static Row of(Folded folded) {
            var fact = folded.fact();
            var number = fact.caseNumber();
            return new Row(
                    fact.caseId().value(),
                    number == null ? null : number.value(),
                    fact,
                    folded.isTold(),
                    folded.readsAnew());
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
                                select case_id, fold from case_fact
                                where case_number = :number
                                order by case_id limit 1
                                """)
                        .bind("number", number.value())
                        .map((row, _) -> fact(row))
                        .findOne());
    }

    /**
     * The facts of these cases until the transaction ends, new ones included. Rows are locked in
     * the order of their ids, so that two consumers of one case take turns and never wait in a
     * circle.
     */
    List<CaseFact> lock(SortedSet<CaseId> cases) {
        return jdbi.withHandle(handle -> {
            var ids = cases.stream().map(CaseId::value).toArray(UUID[]::new);
            addMissing(handle, ids);
            return handle.createQuery(
                            """
                            select case_id, fold from case_fact
                            where case_id = any(:ids)
                            order by case_id for update
                            """)
                    .bindArray("ids", UUID.class, (Object[]) ids)
                    .map((row, _) -> fact(row))
                    .list();
        });
    }

    private static void addMissing(Handle handle, UUID[] ids) {
        handle.createUpdate(
                        """
                        insert into case_fact (case_id)
                        select id from unnest(:ids) as id order by id
                        on conflict do nothing
                        """)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
    }

    /** Writes facts that are locked. A fact that waits already is published no later for it. */
    void save(Collection<Folded> changed, Instant publishAt) {
        if (changed.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update case_fact f
                                set case_number = s.number, fold = s.fold,
                                    reads_anew = f.reads_anew or s.anew,
                                    publish_at = case when s.told
                                        then coalesce(f.publish_at, :publishAt) end
                                from jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid,
                                    number text, fold jsonb, told boolean, anew boolean)
                                where f.case_id = s.id
                                """)
                        .bind("publishAt", publishAt)
                        .bind(
                                "rows",
                                new String(
                                        EventJson.write(changed.stream().map(Row::of).toList()),
                                        UTF_8))
                        .execute());
    }

    /** Cases whose window has ended, the longest overdue first. */
    List<UUID> due(Instant now, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select case_id from case_fact where publish_at <= :now
                                order by publish_at limit :limit
                                """)
                        .bind("now", now)
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /**
     * Takes the facts of these cases that are still due and that no consumer is just changing, each
     * with its next version if it reads anew. Only one transaction at a time does so, whichever
     * replica it is of: what it sums up then is complete.
     *
     * @param floor above all that a database before this one may have published, so that readers
     *     who keep the highest version take it
     */
    List<Settled> settle(List<UUID> cases, Instant now, long floor) {
        return jdbi.withHandle(handle -> {
            handle.execute(ONE_AT_A_TIME);
            return handle.createQuery(
                            """
                            with due as (
                                select case_id, reads_anew from case_fact
                                where case_id = any(:ids) and publish_at <= :now
                                order by case_id for update skip locked)
                            update case_fact f
                            set publish_at = null, reads_anew = false,
                                version = case when due.reads_anew
                                    then greatest(f.version, :floor) + 1 else f.version end
                            from due where f.case_id = due.case_id
                            returning f.case_id, f.fold, f.version, due.reads_anew
                            """)
                    .bindArray("ids", UUID.class, cases)
                    .bind("now", now)
                    .bind("floor", floor)
                    .map((row, _) ->
                            new Settled(
                                    fact(row),
                                    row.getLong("version"),
                                    row.getBoolean("reads_anew")))
                    .list();
        });
    }

    boolean postpone(UUID caseId, Instant now, Instant until) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                update case_fact set publish_at = :until
                                where case_id = :id and publish_at <= :now
                                """)
                        .bind("id", caseId)
                        .bind("now", now)
                        .bind("until", until)
                        .execute())
                == 1;
    }

    /** When the next window ends. */
    Optional<Instant> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select publish_at from case_fact where publish_at is not null
                                order by publish_at limit 1
                                """)
                        .mapTo(Instant.class)
                        .findOne());
    }

    private static CaseFact fact(ResultSet row) throws SQLException {
        var fold = row.getString("fold");
        return fold == null
                ? CaseFact.unknown(new CaseId(row.getObject("case_id", UUID.class)))
                : EventJson.read(fold.getBytes(UTF_8), CaseFact.class);
    }
}
