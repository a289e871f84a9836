package org.redress.reporting.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code daily_metric}: the sums as published. */
@ApplicationScoped
class DailyMetrics {
    private final Jdbi jdbi;

    DailyMetrics(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Sums the stale cells up again, in one statement and so over one state of the shares.
     *
     * @return the rows that read differently now; a cell that all cases left has zeros, and a cell
     *     that they came to and left before anybody saw it is not mentioned
     */
    List<DailyMetric> refresh(Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with marked as (delete from stale_cell returning *),
                                stale as (select distinct * from marked)
                                insert into daily_metric as known
                                select c.date, c.owner_unit, c.case_class, c.severity,
                                    coalesce(sum(s.registered), 0),
                                    coalesce(sum(s.resolved), 0),
                                    coalesce(sum(s.closed), 0),
                                    coalesce(sum(s.reopened), 0),
                                    coalesce(sum(s.satisfied), 0),
                                    coalesce(sum(s.not_satisfied), 0),
                                    coalesce(sum(s.clocks_breached), 0),
                                    coalesce(sum(s.pages), 0),
                                    coalesce(sum(s.acknowledged), 0),
                                    coalesce(sum(s.exhausted), 0),
                                    percentile_disc(0.5) within group (order by s.seconds_to_acknowledge),
                                    percentile_disc(0.9) within group (order by s.seconds_to_acknowledge),
                                    percentile_disc(0.5) within group (order by s.seconds_to_resolve),
                                    percentile_disc(0.9) within group (order by s.seconds_to_resolve),
                                    :now
                                from stale c
                                left join daily_share s using (date, owner_unit, case_class, severity)
                                left join daily_metric m using (date, owner_unit, case_class, severity)
                                group by c.date, c.owner_unit, c.case_class, c.severity
                                having count(s.case_id) > 0 or count(m.updated_at) > 0
                                on conflict (date, owner_unit, case_class, severity) do update set
                                    registered = excluded.registered,
                                    resolved = excluded.resolved,
                                    closed = excluded.closed,
                                    reopened = excluded.reopened,
                                    satisfied = excluded.satisfied,
                                    not_satisfied = excluded.not_satisfied,
                                    clocks_breached = excluded.clocks_breached,
                                    pages = excluded.pages,
                                    acknowledged = excluded.acknowledged,
                                    exhausted = excluded.exhausted,
                                    p50_seconds_to_acknowledge = excluded.p50_seconds_to_acknowledge,
                                    p90_seconds_to_acknowledge = excluded.p90_seconds_to_acknowledge,
                                    p50_seconds_to_resolve = excluded.p50_seconds_to_resolve,
                                    p90_seconds_to_resolve = excluded.p90_seconds_to_resolve,
                                    updated_at = excluded.updated_at
                                where (known.registered, known.resolved, known.closed,
                                       known.reopened, known.satisfied, known.not_satisfied,
                                       known.clocks_breached, known.pages,
                                       known.acknowledged, known.exhausted,
                                       known.p50_seconds_to_acknowledge,
                                       known.p90_seconds_to_acknowledge,
                                       known.p50_seconds_to_resolve,
                                       known.p90_seconds_to_resolve)
                                    is distinct from
                                      (excluded.registered, excluded.resolved, excluded.closed,
                                       excluded.reopened, excluded.satisfied, excluded.not_satisfied,
                                       excluded.clocks_breached, excluded.pages,
                                       excluded.acknowledged, excluded.exhausted,
                                       excluded.p50_seconds_to_acknowledge,
                                       excluded.p90_seconds_to_acknowledge,
                                       excluded.p50_seconds_to_resolve,
                                       excluded.p90_seconds_to_resolve)
                                returning *
                                """)
                        .bind("now", now)
                        .map((row, _) -> metric(row))
                        .list());
    }

    /** The rows of these days, both included, by day and dimensions. */
    List<DailyMetric> between(LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from daily_metric where date between :from and :to
                                order by date, owner_unit, case_class, severity
                                """)
                        .bind("from", from)
                        .bind("to", to)
                        .map((row, _) -> metric(row))
                        .list());
    }

    private static DailyMetric metric(ResultSet row) throws SQLException {
        return new DailyMetric(
                row.getObject("date", LocalDate.class),
                row.getString("owner_unit"),
                row.getString("case_class"),
                row.getString("severity"),
                row.getInt("registered"),
                row.getInt("resolved"),
                row.getInt("closed"),
                row.getInt("reopened"),
                row.getInt("satisfied"),
                row.getInt("not_satisfied"),
                row.getInt("clocks_breached"),
                row.getInt("pages"),
                row.getInt("acknowledged"),
                row.getInt("exhausted"),
                number(row, "p50_seconds_to_acknowledge"),
                number(row, "p90_seconds_to_acknowledge"),
                number(row, "p50_seconds_to_resolve"),
                number(row, "p90_seconds_to_resolve"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
