package org.redress.intake.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Status;

/** Lists of cases, newest first, within what the reader may see. */
@ApplicationScoped
class CaseList {

    private static final String SHOWN =
            """
            select c.id, c.number, c.customer_id, c.mode, c.channel, c.unit, c.registered_at,
                coalesce(h.status, 'NEW') as status, coalesce(h.round, 1) as round, h.closed_as,
                a.case_class, a.category, a.severity,
                coalesce(h.owner_unit, a.owner_unit) as owner_unit
            from found
            join customer_case c on c.id = found.case_id
            left join live_handling h on h.case_id = c.id
            left join live_assessment a on a.case_id = c.id
            order by c.id desc limit :limit
            """;

    /** Of each unit the newest by its index; a case that several of them see comes once. */
    private static final String OF_UNITS =
            """
            with found as (
                select distinct newest.case_id from unnest(:units) as own
                cross join lateral (
                    select u.case_id from case_unit u where u.unit = own
                    and %s u.case_id < :before order by u.case_id desc limit :limit) newest)
            """
                    + SHOWN;

    private static final String OF_CUSTOMER =
            """
            with found as (
                select mine.id as case_id from customer_case mine
                where mine.customer_id = :customerId and mine.id < :before
                and exists (select from case_unit u where u.case_id = mine.id
                    and u.unit = any (:units) %s)
                order by mine.id desc limit :limit)
            """
                    + SHOWN;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Jdbi jdbi;

    CaseList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What to list; what is null does not restrict. {@code before} is the id of the last one seen.
     */
    record Wanted(@Nullable UUID customerId, @Nullable Status status, @Nullable UUID before) {

        String sql() {
            if (customerId == null) {
                return OF_UNITS.formatted(status == null ? "" : "u.status = :status and");
            }
            return OF_CUSTOMER.formatted(status == null ? "" : "and u.status = :status");
        }
    }

    /** At most {@code limit} cases of these units and all units below them. */
    List<CaseSummary> of(Wanted wanted, List<String> units, int limit) {
        return jdbi.withHandle(handle ->
                bound(handle.createQuery(wanted.sql()), wanted, units, limit)
                        .map(CaseList::summary)
                        .list());
    }

    static Query bound(Query query, Wanted wanted, List<String> units, int limit) {
        query.bindArray("units", String.class, units)
                .bind("before", wanted.before() == null ? NEWEST : wanted.before())
                .bind("limit", limit);
        if (wanted.customerId() != null) {
            query.bind("customerId", wanted.customerId());
        }
        if (wanted.status() != null) {
            query.bind("status", wanted.status().name());
        }
        return query;
    }

    private static CaseSummary summary(ResultSet row, StatementContext context)
            throws SQLException {
        return new CaseSummary(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                row.getString("mode"),
                row.getString("channel"),
                row.getString("unit"),
                row.getTimestamp("registered_at").toInstant(),
                row.getString("status"),
                row.getInt("round"),
                row.getString("closed_as"),
                row.getString("case_class"),
                row.getString("category"),
                row.getString("severity"),
                row.getString("owner_unit"));
    }
}
