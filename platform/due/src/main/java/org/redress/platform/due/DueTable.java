package org.redress.platform.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows want something at an instant: which of them do, whose turn it is, what is put
 * off. It needs an {@code id} and an index on the instant, which is null when a row wants nothing
 * more.
 *
 * @param dueAt the column of the instant
 * @param heldWith what is joined and taken together with a row, as {@code join handling using
 *     (case_id)}; empty if the row is taken alone
 * @param effect what is done with rows that are due and that the running transaction holds
 * @param putOff told of a row that could not be fired
 * @param lanes which of those that are due go first; an index begins with its column
 */
public record DueTable(
        Jdbi jdbi,
        String name,
        String dueAt,
        String heldWith,
        int rank,
        BiConsumer<List<UUID>, Instant> effect,
        BiConsumer<UUID, Throwable> putOff,
        @Nullable Lanes lanes)
        implements DueRows {

    /**
     * The values of a column in the order in which their rows go, however long they are overdue.
     */
    public record Lanes(String column, List<String> values) {}

    /** A table without lanes: what is overdue longest goes first. */
    public DueTable(
            Jdbi jdbi,
            String name,
            String dueAt,
            String heldWith,
            int rank,
            BiConsumer<List<UUID>, Instant> effect,
            BiConsumer<UUID, Throwable> putOff) {
        this(jdbi, name, dueAt, heldWith, rank, effect, putOff, null);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        if (lanes != null) {
            return dueByLanes(lanes, now, limit);
        }
        return jdbi.withHandle(handle ->
                handle.createQuery(sql("select id from %1$s where %2$s <= ? order by %2$s limit ?"))
                        .bind(0, now)
                        .bind(1, limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Of each lane in the order of its index: only what is taken is read. */
    private List<UUID> dueByLanes(Lanes of, Instant now, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select first.id
                                from unnest(cast(:lanes as text[])) with ordinality lane (its, place)
                                cross join lateral (
                                    select id, %2$s from %1$s
                                    where %1$s.%3$s = lane.its and %2$s <= :now
                                    order by %2$s limit %4$d) first
                                order by lane.place, first.%2$s limit %4$d
                                """
                                        .formatted(name, dueAt, of.column, limit))
                        .bindArray("lanes", String.class, of.values)
                        .bind("now", now)
                        .mapTo(UUID.class)
                        .list());
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        List<UUID> held = hold(rows, now);
        if (!held.isEmpty()) {
            effect.accept(held, now);
        }
        return held.size();
    }

    private List<UUID> hold(List<UUID> rows, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                sql(
                                        """
                                        select %1$s.id from %1$s %3$s
                                        where %1$s.id = any(:rows) and %1$s.%2$s <= :now
                                        order by %1$s.%2$s for update skip locked
                                        """))
                        .bindArray("rows", UUID.class, rows)
                        .bind("now", now)
                        .mapTo(UUID.class)
                        .list());
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        return jdbi.withHandle(handle ->
                handle.execute(
                                sql("update %1$s set %2$s = ? where id = ? and %2$s <= ?"),
                                until,
                                row,
                                now)
                        == 1);
    }

    @Override
    public Optional<Instant> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                sql(
                                        "select %2$s from %1$s where %2$s is not null order by %2$s limit 1"))
                        .mapTo(Instant.class)
                        .findOne());
    }

    @Override
    public void wasPutOff(UUID row, Throwable failure) {
        putOff.accept(row, failure);
    }

    private String sql(String template) {
        return template.formatted(name, dueAt, heldWith);
    }
}
