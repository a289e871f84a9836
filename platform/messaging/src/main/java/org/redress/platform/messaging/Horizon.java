package org.redress.platform.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Below which number no row can wait any more. A transaction that is held open beside the relay, a
 * backup say, keeps dead rows from being cleaned away; without a horizon every pass would walk over
 * all of them again.
 *
 * <p>A number may be drawn long before its row is committed. So each second the relay notes the
 * highest number that it has seen and which transactions are running; when all of those have ended
 * and a pass has found nothing left below the noted number, none can come. Now and then it looks
 * from the start all the same.
 */
final class Horizon {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();
    private static final int FROM_THE_START_EACH = 10;

    /** Of fewer dead rows nobody need know. */
    private static final int WORTH_A_LOOK = 200;

    private static final String RUNNING =
            """
            select pg_snapshot_xmin(running)::text::bigint, pg_snapshot_xmax(running)::text::bigint
            from pg_current_snapshot() as running
            """;

    /** Of the transactions that have a number: the oldest that still runs, and the next one. */
    private record Running(long oldest, long next) {}

    /** No number up to this one was drawn by a transaction from {@code next} on. */
    private record Mark(long seq, long next) {}

    private final LongSupplier nanos;
    private long from;
    private long highest;
    private int looks;
    private boolean fromTheStart;
    private @Nullable Long lookedAt;
    private @Nullable Running running;
    private @Nullable Mark mark;

    Horizon(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Where the next pass begins. */
    long from() {
        return fromTheStart ? 0 : from;
    }

    /** Once a second, before rows are taken; a relay that has little to do asks for nothing. */
    void lookAround(Connection connection) throws SQLException {
        running = null;
        fromTheStart = false;
        var before = lookedAt;
        long now = nanos.getAsLong();
        if (before != null && now - before < EVERY) {
            return;
        }
        lookedAt = now;
        looks++;
        fromTheStart = looks % FROM_THE_START_EACH == 0;
        if (highest - from >= WORTH_A_LOOK) {
            running = running(connection);
        }
    }

    private static Running running(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(RUNNING)) {
            answer.next();
            return new Running(answer.getLong(1), answer.getLong(2));
        }
    }

    /**
     * These rows were taken for good.
     *
     * @param full whether more may be waiting behind them
     * @param ofAllTopics whether none was passed over
     */
    void taken(List<OutboxRow> rows, boolean full, boolean ofAllTopics) {
        if (!ofAllTopics) {
            reset();
            return;
        }
        var now = running;
        var noted = mark;
        if (now != null && noted == null) {
            mark = new Mark(highest, now.next);
        } else if (now != null
                && noted != null
                && now.oldest >= noted.next
                && (!full || rows.getLast().seq() > noted.seq)) {
            from = noted.seq + 1;
            mark = new Mark(highest, now.next);
        }
        if (!rows.isEmpty()) {
            highest = Math.max(highest, rows.getLast().seq());
        }
    }

    /** Something stays behind, or nobody knows. */
    void reset() {
        from = 0;
        mark = null;
    }
}
