package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.Verdict;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.cohandling.CoHandlings;
import org.redress.escalation.paging.EscalationViews;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.UnitScope;

/** Handlings to look at. */
@ApplicationScoped
class HandlingViews {

    /** How many entries of the journal a handling shows; the others come in pages. */
    private static final int SHOWN = 20;

    private final Jdbi jdbi;
    private final Clocks clocks;
    private final EscalationViews escalations;
    private final Directives directives;
    private final CoHandlings coHandlings;
    private final Journal journal;

    HandlingViews(
            Jdbi jdbi,
            Clocks clocks,
            EscalationViews escalations,
            Directives directives,
            CoHandlings coHandlings,
            Journal journal) {
        this.jdbi = jdbi;
        this.clocks = clocks;
        this.escalations = escalations;
        this.directives = directives;
        this.coHandlings = coHandlings;
        this.journal = journal;
    }

    Optional<HandlingView.Summary> find(CaseNumber number) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from handling where case_number = ?")
                        .bind(0, number.value())
                        .map(HandlingViews::read)
                        .findOne());
    }

    HandlingView whole(HandlingView.Summary handling) {
        CaseId id = new CaseId(handling.caseId());
        List<Journal.Entry> latest = journal.before(id, Long.MAX_VALUE, SHOWN + 1);
        boolean more = latest.size() > SHOWN;
        List<Journal.Entry> shown = latest.subList(0, more ? SHOWN : latest.size()).reversed();
        return new HandlingView(
                handling,
                clocks.of(id),
                escalations.of(id),
                directives.of(id),
                coHandlings.of(id),
                List.copyOf(shown),
                more ? Cursor.encode(Long.toString(shown.getFirst().seq())) : null,
                journal.isErased(id) ? true : null);
    }

    /** The place in the list after the case that was opened then. */
    record After(Instant openedAt, UUID id) {
        static final After NOTHING =
                new After(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));
    }

    /** The newest of the units and those below them, after the given one. */
    List<HandlingView.Summary> list(
            UnitScope scope, @Nullable Status status, After after, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from handling
                                where %s
                                  and (:status::text is null or status = :status)
                                  and (opened_at, case_id) < (:at, :id)
                                order by opened_at desc, case_id desc limit :limit
                                """
                                        .formatted(scope.sql("owner_unit")))
                        .bindMap(scope.binds())
                        .bind("status", status)
                        .bind("at", after.openedAt())
                        .bind("id", after.id())
                        .bind("limit", limit)
                        .map(HandlingViews::read)
                        .list());
    }

    static HandlingView.Summary read(ResultSet row, StatementContext context) throws SQLException {
        Instant nextDueAt = instant(row, "next_due_at");
        return new HandlingView.Summary(
                row.getString("case_number"),
                row.getObject("case_id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                Status.valueOf(row.getString("status")),
                word(row.getString("closed_as"), ClosedAs::valueOf),
                row.getInt("round"),
                Tier.valueOf(row.getString("tier")),
                row.getString("owner_unit"),
                row.getString("handler"),
                word(row.getString("case_class"), CaseClass::valueOf),
                row.getString("category"),
                word(row.getString("severity"), Severity::valueOf),
                word(row.getString("response_level"), ResponseLevel::valueOf),
                word(row.getString("priority"), Priority::valueOf),
                instant(row, "opened_at"),
                instant(row, "changed_at"),
                nextDueAt.equals(Standing.NOTHING_DUE) ? null : nextDueAt,
                word(row.getString("next_due_clock"), ClockName::valueOf),
                row.getString("end_proposed_by"),
                (Boolean) row.getObject("adopted"),
                row.getString("duplicate_of"),
                words(row.getString("asked")),
                row.getInt("urged"),
                row.getString("supervised_by"),
                word(row.getString("truth"), Verdict.Truth::valueOf),
                word(row.getString("demand"), Verdict.Demand::valueOf),
                word(row.getString("liability"), Verdict.Liability::valueOf),
                word(row.getString("plan"), Planning.Plan::valueOf),
                row.getString("plan_proposed_by"),
                (Boolean) row.getObject("plan_deviates"),
                row.getLong("version"));
    }

    /** What is kept apart by spaces. */
    static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }

    private static <T> @Nullable T word(@Nullable String column, Function<String, T> known) {
        return column == null ? null : known.apply(column);
    }
}
