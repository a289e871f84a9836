package org.redress.intake.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.staff.UnitScope;

/** Which units see a case, and its status in their lists (requirement XX-06). */
@ApplicationScoped
public class CaseUnits {

    /** In the order of their ids, so that two who want the same wait for each other in a row. */
    private static final String HOLD =
            """
            select id, customer_id, unit from customer_case
            where id = any(:ids) order by id for no key update
            """;

    private static final String SHOW =
            """
            with shown as (
                select * from unnest(:ids, :units, :statuses) as shown (case_id, unit, status)),
            gone as (
                delete from case_unit
                where case_id = any(:ids) and (case_id, unit) not in
                    (select case_id, unit from shown))
            insert into case_unit (unit, case_id, status)
            select unit, case_id, status from shown
            on conflict (unit, case_id) do update set status = excluded.status
            where case_unit.status <> excluded.status
            """;

    private final Jdbi jdbi;

    CaseUnits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A case that nobody else shows to other units until this transaction ends.
     *
     * @param unit the one that took it in
     */
    public record Held(CustomerId customer, String unit) {}

    /**
     * What the lists of units are to tell of a case.
     *
     * @param registeredIn the unit that took it in
     * @param owner the accountable one, if there is any yet
     */
    public record Shown(CaseId id, Status status, String registeredIn, @Nullable String owner) {}

    /** Holds those of the cases that are known. */
    public Map<CaseId, Held> hold(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle ->
                handle.createQuery(HOLD)
                        .bindArray("ids", UUID.class, ids.stream().map(CaseId::value).toArray())
                        .map((row, _) -> Map.entry(id(row), held(row)))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static CaseId id(ResultSet row) throws SQLException {
        return new CaseId(row.getObject("id", UUID.class));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("unit"));
    }

    /** From now on each case is seen by its units and all above them, and no others. */
    public void show(Collection<Shown> cases) {
        var rows = cases.stream().flatMap(CaseUnits::rows).toList();
        jdbi.useHandle(handle ->
                handle.createUpdate(SHOW)
                        .bindArray("ids", UUID.class, rows.stream().map(Row::id).toArray())
                        .bindArray("units", String.class, rows.stream().map(Row::unit).toArray())
                        .bindArray(
                                "statuses", String.class, rows.stream().map(Row::status).toArray())
                        .execute());
    }

    private static Stream<Row> rows(Shown shown) {
        return UnitScope.seenBy(shown.registeredIn, shown.owner).stream()
                .map(unit -> new Row(shown.id.value(), unit, shown.status.name()));
    }

    private record Row(UUID id, String unit, String status) {}
}
