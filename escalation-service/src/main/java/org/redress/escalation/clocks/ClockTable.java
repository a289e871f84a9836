package org.redress.escalation.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Deadline;
import org.redress.platform.messaging.OneTrip;

/** The rows of {@code case_clock}. */
@ApplicationScoped
class ClockTable {

    private final Jdbi jdbi;
    private final OneTrip<CaseClock> started;

    ClockTable(Jdbi jdbi, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.started = OneTrip.to(transaction, this::insertNow);
    }

    /** Those of all cases of a transaction in one go. */
    void insert(List<CaseClock> clocks) {
        started.addAll(clocks);
    }

    private void insertNow(List<CaseClock> clocks) {
        batch(
                """
                insert into case_clock (id, case_id, case_number, mode, round, unit, clock, calendar,
                                        started_at, warn_at, due_at, state, next_at)
                values (:id, :caseId, :number, :mode, :round, :unit, :clock, :calendar,
                        :startedAt, :warnAt, :dueAt, :state, :nextAt)
                """,
                clocks,
                (row, clock) ->
                        row.bind("caseId", clock.customerCase().id().value())
                                .bind("number", clock.customerCase().number().value())
                                .bind("mode", clock.customerCase().mode())
                                .bind("round", clock.round())
                                .bind("clock", clock.name())
                                .bind("calendar", clock.deadline().calendar())
                                .bind("startedAt", clock.deadline().startedAt())
                                .bind("warnAt", clock.deadline().warnAt())
                                .bind("dueAt", clock.deadline().dueAt()));
    }

    void update(List<CaseClock> clocks) {
        started.flush();
        batch(
                """
                update case_clock
                set unit = :unit, state = :state, stopped_at = :stoppedAt, next_at = :nextAt
                where id = :id
                """,
                clocks,
                (row, clock) -> row.bind("stoppedAt", clock.stoppedAt()));
    }

    /** One round trip for all of them; what every statement needs is bound here. */
    private void batch(
            String sql, List<CaseClock> clocks, BiConsumer<PreparedBatch, CaseClock> more) {
        if (clocks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (CaseClock clock : clocks) {
                batch.bind("id", clock.id())
                        .bind("unit", clock.unit().value())
                        .bind("state", clock.state())
                        .bind("nextAt", clock.nextAt().orElse(null));
                more.accept(batch, clock);
                batch.add();
            }
            batch.execute();
        });
    }

    /** The clocks of a case that nothing has stopped, breached ones among them. */
    List<CaseClock> open(CaseId customerCase) {
        started.flush();
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from case_clock where case_id = ? and stopped_at is null order by id for update")
                        .bind(0, customerCase.value())
                        .map(ClockTable::read)
                        .list());
    }

    List<CaseClock> all(CaseId customerCase) {
        started.flush();
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_clock where case_id = ? order by id")
                        .bind(0, customerCase.value())
                        .map(ClockTable::read)
                        .list());
    }

    List<CaseClock> of(List<UUID> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_clock where id = any(:ids) order by next_at")
                        .bindArray("ids", UUID.class, ids)
                        .map(ClockTable::read)
                        .list());
    }

    private static CaseClock read(ResultSet row, StatementContext context) throws SQLException {
        return new CaseClock(
                row.getObject("id", UUID.class),
                new CaseRef(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new CaseNumber(row.getString("case_number")),
                        Mode.valueOf(row.getString("mode"))),
                row.getInt("round"),
                new UnitPath(row.getString("unit")),
                ClockName.valueOf(row.getString("clock")),
                new Deadline(
                        row.getString("calendar"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("warn_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()),
                CaseClock.State.valueOf(row.getString("state")),
                instant(row.getObject("stopped_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
