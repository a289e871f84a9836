package org.redress.reporting.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.web.UnitScope;

/** The table {@code daily_metric}: the sums as published. */
@ApplicationScoped
class DailyMetrics {
    private static final String SUM_UP =
            """
            insert into daily_metric as known
                (date, owner_unit, case_class, severity, %s, updated_at)
            select c.date, c.owner_unit, c.case_class, c.severity, %s, :now
            from jsonb_to_recordset(cast(:stale as jsonb)) as c (date date, owner_unit text,
                case_class text, severity text)
            left join daily_share s using (date, owner_unit, case_class, severity)
            left join daily_metric m using (date, owner_unit, case_class, severity)
            group by c.date, c.owner_unit, c.case_class, c.severity
            having count(s.case_id) > 0 or count(m.updated_at) > 0
            on conflict (date, owner_unit, case_class, severity) do update
            set %s, updated_at =
                greatest(excluded.updated_at, known.updated_at + interval '1 microsecond')
            """
                    .formatted(
                            each(Figure::column),
                            each(Figure::sum),
                            each(figure -> figure.column() + " = excluded." + figure.column()));
    private static final String SUM_UP_ALL = SUM_UP + "returning *";
    private static final String SUM_UP_CHANGED =
            SUM_UP
                    + "where (%s) is distinct from (%s) returning *"
                            .formatted(
                                    each(figure -> "known." + figure.column()),
                                    each(figure -> "excluded." + figure.column()));

    static final String DAY_AFTER =
            """
            select least(
                (select min(date) from daily_share where date > :last),
                (select min(date) from daily_metric where date > :last))
            """;
    static final String CELLS =
            """
            select date, owner_unit, case_class, severity from daily_share where date = :day
            union
            select date, owner_unit, case_class, severity from daily_metric where date = :day
            """;

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
    List<DailyMetric> refresh(List<Cell> stale, Instant now) {
        return sumUp(SUM_UP_CHANGED, stale, now);
    }

    /** Sums the cells up again and gives all of them for new, as if each read differently. */
    List<DailyMetric> renew(List<Cell> cells, Instant now) {
        return sumUp(SUM_UP_ALL, cells, now);
    }

    private List<DailyMetric> sumUp(String statement, List<Cell> stale, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(statement)
                        .bind("stale", new String(EventJson.write(stale), UTF_8))
                        .bind("now", now)
                        .map((row, _) -> metric(row))
                        .list());
    }

    /** The next day on which any case counts or that has a row. */
    Optional<LocalDate> dayAfter(LocalDate last) {
        return jdbi.withHandle(handle ->
                handle.createQuery(DAY_AFTER).bind("last", last).mapTo(LocalDate.class).findOne());
    }

    /** The cells of that day in which any case counts or that have a row. */
    List<Cell> cells(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery(CELLS).bind("day", day).map((row, _) -> Cell.of(row)).list());
    }

    /**
     * The rows of these days, both included, by day and dimensions: of the cases of these units,
     * and of those that no unit owns yet.
     */
    List<DailyMetric> between(LocalDate from, LocalDate to, UnitScope scope) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from daily_metric
                                where date between :from and :to
                                  and (owner_unit = :unassigned or %s)
                                order by date, owner_unit, case_class, severity
                                """
                                        .formatted(scope.sql("owner_unit")))
                        .bindMap(scope.binds())
                        .bind("unassigned", Cell.UNASSIGNED)
                        .bind("from", from)
                        .bind("to", to)
                        .map((row, _) -> metric(row))
                        .list());
    }

    private static DailyMetric metric(ResultSet row) throws SQLException {
        var figures = new LinkedHashMap<String, Number>();
        for (var figure : Figure.ALL) {
            var value = row.getObject(figure.column(), figure.type());
            if (value != null) {
                figures.put(figure.name(), value);
            }
        }
        return new DailyMetric(
                row.getObject("date", LocalDate.class),
                row.getString("owner_unit"),
                row.getString("case_class"),
                row.getString("severity"),
                figures,
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static String each(Function<Figure, String> form) {
        return Figure.ALL.stream().map(form).collect(joining(", "));
    }
}
