package org.redress.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The facts of {@code case_fact} whose window has ended. */
@ApplicationScoped
class DueFacts {

    /** The name of the lock of whoever settles facts. */
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('facts settle'))";

    private static final String CLAIM =
            """
            with turn as materialized (%s),
            due as materialized (
                select f.case_id, f.reads_anew from case_fact f cross join turn
                where f.publish_at <= :now %s
                order by f.publish_at limit :limit for update of f skip locked)
            update case_fact f
            set publish_at = null, reads_anew = false,
                version = case when due.reads_anew
                    then greatest(f.version + 1, :atLeast) else f.version end
            from due where f.case_id = due.case_id
            returning f.fold, f.version, due.reads_anew
            """;
    private static final String CLAIM_ANY = CLAIM.formatted(ONE_AT_A_TIME, "");
    private static final String CLAIM_THESE =
            CLAIM.formatted(ONE_AT_A_TIME, "and f.case_id = any(:ids)");

    /**
     * A fact whose window has ended.
     *
     * @param version in which it is published if it reads anew: the milliseconds of now, and more
     *     than the one before. So versions go on though the database begins anew, and readers who
     *     keep the highest need not be told
     */
    record Settled(CaseFact fact, long version, boolean readsAnew) {
        static Settled of(ResultSet row) throws SQLException {
            return new Settled(
                    Facts.fact(row), row.getLong("version"), row.getBoolean("reads_anew"));
        }

        PublishedFact published(ZoneId zone, Instant now) {
            return PublishedFact.of(fact, zone, version, now);
        }
    }

    private final Jdbi jdbi;

    DueFacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes facts that are due and that nobody is just changing, the longest overdue first, each
     * with its next version if it reads anew. Only one transaction at a time does so, whichever
     * replica it is of: what it sums up then is complete.
     */
    List<Settled> settle(Instant now, int limit) {
        return jdbi.withHandle(handle -> settled(handle.createQuery(CLAIM_ANY), now, limit));
    }

    /** As {@link #settle(Instant, int)}, of these cases. */
    List<Settled> settle(List<UUID> cases, Instant now) {
        return jdbi.withHandle(handle ->
                settled(
                        handle.createQuery(CLAIM_THESE).bindArray("ids", UUID.class, cases),
                        now,
                        cases.size()));
    }

    private static List<Settled> settled(Query claim, Instant now, int limit) {
        return claim.bind("now", now)
                .bind("limit", limit)
                .bind("atLeast", now.toEpochMilli())
                .map((row, _) -> Settled.of(row))
                .list();
    }

    /** Cases that are due, the longest overdue first. */
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
}
