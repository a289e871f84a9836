package org.redress.escalation.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.organisation.Deadline;
import org.redress.platform.messaging.OneTrip;

/** The rows of {@code case_clock}. */
@ApplicationScoped
class ClockTable {

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transaction;
    private final OneTrip<CaseClock> started;
    private final OneTrip<CaseClock> changed;

    /** Under this the transaction knows a clock that it has started. */
    private record Started(UUID clock) {}

    ClockTable(Jdbi jdbi, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.transaction = transaction;
        this.started = OneTrip.to(transaction, this::insertNow);
        this.changed = OneTrip.to(transaction, this::updateNow);
    }

    /** Those of all cases of a transaction in one go. */
    void insert(List<CaseClock> clocks) {
        clocks.forEach(clock -> transaction.putResource(new Started(clock.id()), true));
        started.addAll(clocks);
    }

    /** As {@link #insert}; what a clock takes the place of is ended before it begins. */
    void update(List<CaseClock> clocks) {
        if (clocks.stream().anyMatch(this::isStartedHere)) {
            started.flush();
        }
        changed.addAll(clocks);
    }

    private boolean isStartedHere(CaseClock clock) {
        return transaction.getResource(new Started(clock.id())) != null;
    }

    private void flush() {
        started.flush();
        changed.flush();
    }

    private void insertNow(List<CaseClock> clocks) {
        changed.flush();
        batch(
                """
                insert into case_clock (id, case_id, case_number, mode, round, unit, clock, reference, calendar,
                                        organisation, budget, warn_after, started_at, warn_at, due_at, promised_at,
                                        state, next_at)
                values (:id, :caseId, :number, :mode, :round, :unit, :clock, :reference, :calendar, :organisation, :budget,
                        :warnAfter, :startedAt, :warnAt, :dueAt, :promisedAt, :state, :nextAt)
                """,
                clocks,
                (row, clock) ->
                        row.bind("caseId", clock.customerCase().id().value())
                                .bind("number", clock.customerCase().number().value())
                                .bind("mode", clock.customerCase().mode())
                                .bind("round", clock.round())
                                .bind("clock", clock.name())
                                .bind("reference", clock.reference())
                                .bind("startedAt", clock.deadline().startedAt()));
    }

    private void updateNow(List<CaseClock> clocks) {
        batch(
                """
                update case_clock
                set unit = :unit, calendar = :calendar, organisation = :organisation, budget = :budget,
                    warn_after = :warnAfter, warn_at = :warnAt, due_at = :dueAt, promised_at = :promisedAt, state = :state,
                    waits_for = :waitsFor, stopped_at = :stoppedAt, next_at = :nextAt
                where id = :id
                """,
                clocks,
                (row, clock) ->
                        row.bind("waitsFor", name(clock.waitsFor()))
                                .bind("stoppedAt", clock.stoppedAt()));
    }

    /** What a paused clock waits for says that it is paused. */
    private static CaseClock.State written(CaseClock.State state) {
        return state == CaseClock.State.PAUSED ? CaseClock.State.RUNNING : state;
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
                        .bind("calendar", clock.deadline().calendar())
                        .bind("organisation", clock.deadline().organisation())
                        .bind("budget", seconds(clock.deadline().budget()))
                        .bind("warnAfter", clock.deadline().warnAfter())
                        .bind("warnAt", clock.deadline().warnAt())
                        .bind("dueAt", clock.deadline().dueAt())
                        .bind("promisedAt", clock.promisedAt())
                        .bind("state", written(clock.state()))
                        .bind("nextAt", clock.nextAt().orElse(null));
                more.accept(batch, clock);
                batch.add();
            }
            batch.execute();
        });
    }

    /** The clocks of cases that nothing has stopped, breached ones among them. */
    Map<CaseId, List<CaseClock>> open(Set<CaseId> cases) {
        flush();
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from case_clock where case_id = any(:cases) and stopped_at is null order by id for update")
                        .bindArray("cases", UUID.class, cases.stream().map(CaseId::value).toList())
                        .map(ClockTable::read)
                        .collect(Collectors.groupingBy(clock -> clock.customerCase().id())));
    }

    /** Every clock that the cases ever had, read only. */
    Map<CaseId, List<CaseClock>> every(List<CaseId> cases) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from case_clock where case_id = any(:cases) order by id")
                        .bindArray("cases", UUID.class, cases.stream().map(CaseId::value).toList())
                        .map(ClockTable::read)
                        .collect(Collectors.groupingBy(clock -> clock.customerCase().id())));
    }

    List<CaseClock> all(CaseId customerCase) {
        flush();
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_clock where case_id = ? order by id")
                        .bind(0, customerCase.value())
                        .map(ClockTable::read)
                        .list());
    }

    /** Cases that have a clock on the terms of a version before this one, the oldest first. */
    Set<CaseId> behind(long version, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select distinct coalesce(organisation, 0), case_id from case_clock
                                where stopped_at is null and state in ('RUNNING', 'WARNED')
                                  and coalesce(organisation, 0) < :version
                                order by 1, 2 limit :limit
                                """)
                        .bind("version", version)
                        .bind("limit", limit)
                        .map((row, _) -> new CaseId(row.getObject(2, UUID.class)))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    List<CaseClock> of(List<UUID> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_clock where id = any(:ids) order by next_at")
                        .bindArray("ids", UUID.class, ids)
                        .map(ClockTable::read)
                        .list());
    }

    private static CaseClock read(ResultSet row, StatementContext context) throws SQLException {
        String waitsFor = row.getString("waits_for");
        return new CaseClock(
                row.getObject("id", UUID.class),
                new CaseRef(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new CaseNumber(row.getString("case_number")),
                        Mode.valueOf(row.getString("mode"))),
                row.getInt("round"),
                new UnitPath(row.getString("unit")),
                ClockName.valueOf(row.getString("clock")),
                row.getString("reference"),
                new Deadline(
                        row.getString("calendar"),
                        row.getLong("organisation"),
                        duration(row.getObject("budget", Long.class)),
                        row.getDouble("warn_after"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("warn_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()),
                instant(row.getObject("promised_at", OffsetDateTime.class)),
                waitsFor == null
                        ? CaseClock.State.valueOf(row.getString("state"))
                        : CaseClock.State.PAUSED,
                waitsFor == null ? null : Pause.valueOf(waitsFor),
                instant(row.getObject("stopped_at", OffsetDateTime.class)));
    }

    /** As text, so that rows of one batch that wait and that do not are bound alike. */
    private static @Nullable String name(@Nullable Pause waitsFor) {
        return waitsFor == null ? null : waitsFor.name();
    }

    /** A clock, open or not. */
    Optional<CaseClock> find(UUID clock) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_clock where id = ?")
                        .bind(0, clock)
                        .map(ClockTable::read)
                        .findOne());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
