package org.redress.escalation.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** The organisation in the database; every method belongs to the caller's transaction. */
@ApplicationScoped
class OrganisationTables {

    private static final RowMapper<OrganisationFile.UnitEntry> UNIT =
            (row, context) ->
                    new OrganisationFile.UnitEntry(
                            new UnitPath(row.getString("path")),
                            new Names(row.getString("name_zh"), row.getString("name_en")));
    private static final RowMapper<OrganisationFile.PersonEntry> PERSON =
            (row, context) ->
                    new OrganisationFile.PersonEntry(
                            new PersonId(row.getString("id")),
                            new Names(row.getString("name_zh"), row.getString("name_en")),
                            new UnitPath(row.getString("unit")));
    private static final RowMapper<Duty> DUTY =
            (row, context) ->
                    new Duty(
                            row.getString("role"),
                            new UnitPath(row.getString("unit")),
                            new PersonId(row.getString("a_holder")),
                            deputy(row.getString("b_holder")));

    private final Jdbi jdbi;

    OrganisationTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Lets a second replica that starts at the same moment wait until the first has written. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table organisation in exclusive mode"));
    }

    boolean isEmpty() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select not exists (select from organisation)")
                        .mapTo(Boolean.class)
                        .one());
    }

    void write(OrganisationFile file, Instant now) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into organisation (reception, loaded_at) values (?, ?)",
                    file.reception().value(),
                    now);
            for (var unit : file.units()) {
                handle.execute(
                        "insert into unit (path, name_zh, name_en) values (?, ?, ?)",
                        unit.path().value(),
                        unit.name().zh(),
                        unit.name().en());
            }
            for (var person : file.persons()) {
                handle.execute(
                        "insert into person (id, name_zh, name_en, unit) values (?, ?, ?, ?)",
                        person.id().value(),
                        person.name().zh(),
                        person.name().en(),
                        person.unit().value());
            }
            for (var duty : file.duties()) {
                handle.execute(
                        "insert into duty (role, unit, a_holder, b_holder) values (?, ?, ?, ?)",
                        duty.role(),
                        duty.unit().value(),
                        duty.a().value(),
                        duty.b() == null ? null : duty.b().value());
            }
            writeTerms(handle, file);
        });
    }

    private static void writeTerms(Handle handle, OrganisationFile file) {
        for (var calendar : file.calendars()) {
            handle.execute(
                    "insert into working_calendar (name, definition) values (?, ?::jsonb)",
                    calendar.name(),
                    OrganisationJson.write(calendar));
        }
        for (int i = 0; i < file.clocks().size(); i++) {
            handle.execute(
                    "insert into clock_rule (position, definition) values (?, ?::jsonb)",
                    i,
                    OrganisationJson.write(file.clocks().get(i)));
        }
        for (int i = 0; i < file.policies().size(); i++) {
            EscalationPolicy policy = file.policies().get(i);
            handle.execute(
                    "insert into escalation_policy (id, version, position, definition) values (?, ?, ?, ?::jsonb)",
                    policy.id(),
                    policy.version(),
                    i,
                    OrganisationJson.write(policy));
        }
    }

    /** Another one after every change of what {@link #read} reads. */
    long version() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select version from organisation").mapTo(Long.class).one());
    }

    /** What holds now: of each policy the latest version. */
    OrganisationFile read() {
        return jdbi.withHandle(handle ->
                new OrganisationFile(
                        handle.createQuery("select reception from organisation")
                                .map((row, c) -> new UnitPath(row.getString(1)))
                                .one(),
                        handle.createQuery("select * from unit order by path").map(UNIT).list(),
                        handle.createQuery("select * from person order by id").map(PERSON).list(),
                        handle.createQuery("select * from duty order by unit, role")
                                .map(DUTY)
                                .list(),
                        definitions(
                                handle,
                                "select definition from working_calendar order by name",
                                OrganisationFile.CalendarEntry.class),
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
                                EscalationPolicy.class)));
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
