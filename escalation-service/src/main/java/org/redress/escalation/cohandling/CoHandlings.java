package org.redress.escalation.cohandling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.UnitPath;

/** The rows of {@code co_handling}; whoever changes one holds the row of its case. */
@ApplicationScoped
public class CoHandlings {

    private static final Instant NOTHING_DUE = Instant.parse("2100-01-01T00:00:00Z");

    private final Jdbi jdbi;

    CoHandlings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes it as it stands now; the priority of its case orders it among others. */
    public void keep(CaseId customerCase, @Nullable Priority priority, CoHandling now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into co_handling (co_handling_id, case_id, unit, state, priority, requested_by,
                                    requested_at, due_at, received_by, received_at, answered_by, answered_at, returned, ended_at)
                                values (:id, :case, :unit, :state, :priority, :requestedBy, :requestedAt,
                                    coalesce(cast(:dueAt as timestamptz), '2100-01-01T00:00:00Z'),
                                    :receivedBy, :receivedAt, :answeredBy, :answeredAt, :returned, :endedAt)
                                on conflict (co_handling_id) do update set state = excluded.state,
                                    priority = excluded.priority, due_at = excluded.due_at,
                                    received_by = excluded.received_by, received_at = excluded.received_at,
                                    answered_by = excluded.answered_by, answered_at = excluded.answered_at,
                                    returned = excluded.returned, ended_at = excluded.ended_at
                                """)
                        .bind("id", now.coHandlingId())
                        .bind("case", customerCase.value())
                        .bind("unit", now.unit().value())
                        .bind("state", now.state())
                        .bind("priority", priority)
                        .bind("requestedBy", now.requestedBy().value())
                        .bind("requestedAt", now.requestedAt())
                        .bind("dueAt", now.dueAt())
                        .bind("receivedBy", text(now.receivedBy()))
                        .bind("receivedAt", now.receivedAt())
                        .bind("answeredBy", text(now.answeredBy()))
                        .bind("answeredAt", now.answeredAt())
                        .bind("returned", now.returned())
                        .bind("endedAt", now.endedAt())
                        .execute());
    }

    /** The case is as urgent as this from now on. */
    public void order(CaseId customerCase, Priority priority) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "update co_handling set priority = ? where case_id = ? and ended_at is null",
                        priority,
                        customerCase.value()));
    }

    /** Those of a case, the oldest first. */
    public List<CoHandling> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from co_handling where case_id = ? order by co_handling_id")
                        .bind(0, customerCase.value())
                        .map(CoHandlings::read)
                        .list());
    }

    /** One of a case. */
    public Optional<CoHandling> find(CaseId customerCase, UUID id) {
        return of(customerCase).stream().filter(one -> one.coHandlingId().equals(id)).findFirst();
    }

    private static CoHandling read(ResultSet row, StatementContext context) throws SQLException {
        return new CoHandling(
                row.getObject("co_handling_id", UUID.class),
                new UnitPath(row.getString("unit")),
                CoHandling.State.valueOf(row.getString("state")),
                new PersonId(row.getString("requested_by")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                due(row),
                person(row.getString("received_by")),
                instant(row, "received_at"),
                person(row.getString("answered_by")),
                instant(row, "answered_at"),
                row.getBoolean("returned"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Instant due(ResultSet row) throws SQLException {
        Instant at = instant(row, "due_at");
        return NOTHING_DUE.equals(at) ? null : at;
    }

    private static @Nullable PersonId person(@Nullable String column) {
        return column == null ? null : new PersonId(column);
    }

    private static @Nullable String text(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
