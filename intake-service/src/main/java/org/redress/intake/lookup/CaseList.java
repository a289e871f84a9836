package org.redress.intake.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Lists of cases, newest first, within what the reader may see. */
@ApplicationScoped
class CaseList {

    private static final String SELECT =
            """
            select c.id, c.number, c.customer_id, c.mode, c.channel, c.unit, c.registered_at,
                coalesce(h.status, 'NEW') as status, coalesce(h.round, 1) as round, h.closed_as,
                a.case_class, a.category, a.severity,
                coalesce(h.owner_unit, a.owner_unit) as owner_unit
            from customer_case c
            left join live_handling h on h.case_id = c.id
            left join live_assessment a on a.case_id = c.id
            where (c.unit like any (:below) or h.owner_unit like any (:below)
                or a.owner_unit like any (:below))
            and (cast(:customerId as uuid) is null or c.customer_id = cast(:customerId as uuid))
            and (cast(:status as text) is null or coalesce(h.status, 'NEW') = :status)
            and (cast(:before as uuid) is null or c.id < cast(:before as uuid))
            order by c.id desc limit :limit
            """;

    private final Jdbi jdbi;

    CaseList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What to list; what is null does not restrict. {@code before} is the id of the last one seen.
     */
    record Wanted(@Nullable String customerId, @Nullable String status, @Nullable String before) {}

    /** At most {@code limit} cases of these units and all units below them. */
    List<CaseSummary> of(Wanted wanted, List<String> units, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT)
                        .bindArray("below", String.class, patterns(units))
                        .bind("customerId", wanted.customerId())
                        .bind("status", wanted.status())
                        .bind("before", wanted.before())
                        .bind("limit", limit)
                        .map(CaseList::summary)
                        .list());
    }

    /** Unit paths hold neither {@code %} nor {@code _}, but a token is a token. */
    private static List<String> patterns(List<String> units) {
        return units.stream()
                .map(unit -> unit.replaceAll("([\\\\%_])", "\\\\$1"))
                .flatMap(unit -> Stream.of(unit, unit + "/%"))
                .toList();
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
