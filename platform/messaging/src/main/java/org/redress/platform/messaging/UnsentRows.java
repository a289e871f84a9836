package org.redress.platform.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The events that one transaction publishes, written in their order by one statement right before
 * it commits; then the bell is rung. What the commit itself still publishes is written at once.
 */
final class UnsentRows implements Synchronization {

    private static final String INSERT =
            """
            insert into messaging.outbox (event_id, topic, key, headers, payload)
            select event_id, topic, key, headers, payload
            from unnest(?, ?, ?, ?, ?) with ordinality
                as unsent (event_id, topic, key, headers, payload, place)
            order by place
            """;

    private final Jdbi jdbi;
    private final OutboxBell bell;
    private final List<UnsentRow> rows = new ArrayList<>();
    private boolean completes;

    UnsentRows(Jdbi jdbi, OutboxBell bell) {
        this.jdbi = jdbi;
        this.bell = bell;
    }

    void add(UnsentRow row) {
        rows.add(row);
        if (completes) {
            write();
        }
    }

    @Override
    public void beforeCompletion() {
        completes = true;
        write();
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            bell.ring();
        }
    }

    private void write() {
        jdbi.useHandle(handle -> insert(handle.getConnection()));
        rows.clear();
    }

    private void insert(Connection connection) {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, texts(connection, UnsentRow::eventId));
            insert.setArray(2, texts(connection, UnsentRow::topic));
            insert.setArray(3, texts(connection, UnsentRow::key));
            insert.setArray(4, texts(connection, UnsentRow::headersJson));
            var payloads = rows.stream().map(UnsentRow::payload).toArray(byte[][]::new);
            insert.setArray(5, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox not written: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private Array texts(Connection connection, Function<UnsentRow, String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }
}
