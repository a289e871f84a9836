package org.redress.escalation.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * The organisation as it was kept before it had versions: read once more, by the first start after
 * the upgrade, and never written again.
 */
@ApplicationScoped
class OrganisationTables {

    private static final RowMapper<Document.Unit> UNIT =
            (row, context) ->
                    new Document.Unit(
                            new UnitPath(row.getString("path")),
                            new Names(row.getString("name_zh"), row.getString("name_en")),
                            null);
    private static final RowMapper<Document.Person> PERSON =
            (row, context) ->
                    new Document.Person(
                            new PersonId(row.getString("id")),
                            new Names(row.getString("name_zh"), row.getString("name_en")),
                            new UnitPath(row.getString("unit")),
                            null,
                            null,
                            null,
                            null);
    private static final RowMapper<Duty> DUTY =
            (row, context) ->
                    new Duty(
                            row.getString("role"),
                            new UnitPath(row.getString("unit")),
                            new PersonId(row.getString("a_holder")),
                            null,
                            deputy(row.getString("b_holder")),
                            null,
                            null);

    private final Jdbi jdbi;

    OrganisationTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What they said last, of each policy the latest version; nothing in a new database. */
    Optional<Document> read() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select reception from organisation")
                        .map((row, c) -> new UnitPath(row.getString(1)))
                        .findOne()
                        .map(reception -> read(reception, handle)));
    }

    private static Document read(UnitPath reception, Handle handle) {
        return new Document(
                reception,
                handle.createQuery("select * from unit order by path").map(UNIT).list(),
                handle.createQuery("select * from person order by id").map(PERSON).list(),
                handle.createQuery("select * from duty order by unit, role").map(DUTY).list(),
                List.of(),
                List.of(),
                List.of(),
                definitions(
                        handle,
                        "select definition from working_calendar order by name",
                        Document.CalendarEntry.class),
                definitions(
                        handle,
                        "select definition from clock_rule order by position",
                        ClockRule.class),
                definitions(
                        handle,
                        """
                        select definition from
                            (select distinct on (id) * from escalation_policy order by id, version desc) latest
                        order by position
                        """,
                        EscalationPolicy.class),
                List.of(),
                List.of());
    }

    private static <T> List<T> definitions(Handle handle, String sql, Class<T> type) {
        return handle.createQuery(sql)
                .map((row, context) -> OrganisationJson.read(row.getString(1), type))
                .list();
    }

    private static @Nullable PersonId deputy(@Nullable String column) {
        return column == null ? null : new PersonId(column);
    }
}
