package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;

/**
 * Open cases in the order of work: by priority, what nobody has judged first, then by what is due
 * next. Each unit's come by an index of this order and are merged, so that a small unit's list
 * costs little whatever the others have.
 */
@ApplicationScoped
class WorkLists {

    private static final String ORDER = "coalesce(priority, 'P0'), next_due_at, case_id";

    private final Jdbi jdbi;
    private final Clock clock;

    WorkLists(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The place in a list after a case. */
    record After(String priority, Instant nextDueAt, UUID id) {

        static final After NOTHING = new After("", Instant.EPOCH, new UUID(0, 0));

        static After of(HandlingView.Summary last) {
            Priority priority = last.priority();
            Instant due = last.nextDueAt();
            return new After(
                    priority == null ? "P0" : priority.name(),
                    due == null ? Standing.NOTHING_DUE : due,
                    last.caseId());
        }
    }

    /**
     * What is open of a unit; exercises are not counted (RE-23).
     *
     * @param open received or not, and not resolved
     * @param waiting resolved, until the customer has said something of it
     * @param directives what the unit has not answered of what was wanted from above (ES-44)
     * @param coHandlings what it has not answered to the leads of other cases (ES-40)
     */
    record Count(
            String unit,
            int open,
            int unowned,
            int due,
            int overdue,
            int waiting,
            int directives,
            int lateDirectives,
            int coHandlings,
            int lateCoHandlings) {}

    /** The first of a list after the given one, of the units that are seen. */
    List<HandlingView.Summary> list(
            WorkList list, Predicate<String> seen, PersonId me, After after, int limit) {
        return list == WorkList.CO_HANDLING
                ? answersOwed(seen, after, limit)
                : cases(list, seen, me, after, limit);
    }

    private List<HandlingView.Summary> cases(
            WorkList list, Predicate<String> seen, PersonId me, After after, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select h.* from unnest(:units::text[]) unit (path) cross join lateral (
                                    select * from handling
                                    where owner_unit collate "C" = unit.path and status <> 'CLOSED' and %1$s
                                      and (%2$s) > (:priority, :due, :id)
                                    order by %2$s limit %3$d) h
                                order by %2$s limit %3$d
                                """
                                        .formatted(list.condition(), ORDER, limit))
                        .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                        .bindArray("units", String.class, unitsAtWork().filter(seen).toList())
                        .bind("me", me.value())
                        .bind("now", clock.instant())
                        .bind("priority", after.priority())
                        .bind("due", after.nextDueAt())
                        .bind("id", after.id())
                        .map(HandlingViews::read)
                        .list());
    }

    /** By what is due next of the answers; each case with the unit's answer as what is due. */
    private List<HandlingView.Summary> answersOwed(Predicate<String> seen, After after, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select h.*, owed.due_at as owed_at
                                from unnest(:units::text[]) unit (path) cross join lateral (
                                    select * from co_handling
                                    where unit collate "C" = unit.path and %1$s
                                      and (%2$s) > (:priority, :due, :id)
                                    order by %2$s limit %3$d) owed
                                join handling h on h.case_id = owed.case_id
                                order by coalesce(owed.priority, 'P0'), owed.due_at, owed.case_id limit %3$d
                                """
                                        .formatted(
                                                WorkList.CO_HANDLING.condition(),
                                                "coalesce(priority, 'P0'), due_at, case_id",
                                                limit))
                        .bindArray("units", String.class, unitsAsked().filter(seen).toList())
                        .bind("priority", after.priority())
                        .bind("due", after.nextDueAt())
                        .bind("id", after.id())
                        .map((row, context) ->
                                HandlingViews.read(row, context)
                                        .owed(HandlingViews.instant(row, "owed_at")))
                        .list());
    }

    /** How much there is to do in each unit that is seen. */
    List<Count> counts(Predicate<String> seen) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select unit.path, work.*, waiting.*, late.*, owed.*
                                from unnest(:units::text[]) unit (path) cross join lateral (
                                    select count(*) filter (where %s), count(*) filter (where %s),
                                           count(*) filter (where %s), count(*) filter (where %s)
                                    from handling
                                    where owner_unit collate "C" = unit.path and status <> 'CLOSED'
                                      and mode = 'REAL') work
                                cross join lateral (
                                    select count(*) from handling
                                    where owner_unit collate "C" = unit.path and status <> 'CLOSED' and %s
                                      and mode = 'REAL') waiting
                                cross join lateral (
                                    select count(*), count(*) filter (where due_at <= :now) from directive d
                                    where d.unit collate "C" = unit.path and answered_at is null) late
                                cross join lateral (
                                    select count(*), count(*) filter (where due_at <= :now) from co_handling c
                                    where c.unit collate "C" = unit.path and %s) owed
                                """
                                        .formatted(
                                                WorkList.UNIT.condition(),
                                                WorkList.UNOWNED.condition(),
                                                WorkList.DUE.condition(),
                                                WorkList.OVERDUE.condition(),
                                                WorkList.WAITING.condition(),
                                                WorkList.CO_HANDLING.condition()))
                        .bindArray(
                                "units",
                                String.class,
                                Stream.concat(unitsAtWork(), unitsAsked())
                                        .filter(seen)
                                        .distinct()
                                        .sorted()
                                        .toList())
                        .bind("now", clock.instant())
                        .map((row, context) ->
                                new Count(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getInt(8),
                                        row.getInt(9),
                                        row.getInt(10)))
                        .list());
    }

    private Stream<String> unitsAtWork() {
        return units("handling", "owner_unit", "status <> 'CLOSED'");
    }

    private Stream<String> unitsAsked() {
        return units("co_handling", "unit", WorkList.CO_HANDLING.condition());
    }

    /** The units of which there is such a row: one step of the index for each. */
    private Stream<String> units(String table, String column, String condition) {
        return jdbi
                .withHandle(handle ->
                        handle.createQuery(
                                        """
                                        with recursive unit_at (path) as (
                                            (select min(%2$s collate "C") from %1$s where %3$s)
                                            union all
                                            select (select min(%2$s collate "C") from %1$s
                                                    where %3$s and %2$s collate "C" > unit_at.path)
                                            from unit_at where unit_at.path is not null)
                                        select path from unit_at where path is not null
                                        """
                                                .formatted(table, column, condition))
                                .mapTo(String.class)
                                .list())
                .stream();
    }
}
