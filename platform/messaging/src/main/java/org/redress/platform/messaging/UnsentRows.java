package org.redress.platform.messaging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Writes events that are to be sent, in their order, by one statement. */
final class UnsentRows {

    private static final String INSERT =
            """
            insert into messaging.outbox (event_id, topic, key, headers, payload)
            select event_id, topic, key, headers, payload
            from unnest(?, ?, ?, ?, ?) with ordinality
                as unsent (event_id, topic, key, headers, payload, place)
            order by place
            """;

    private UnsentRows() {}

    static void write(Jdbi jdbi, List<UnsentRow> rows) {
        jdbi.useHandle(handle -> insert(handle.getConnection(), rows));
    }

    private static void insert(Connection connection, List<UnsentRow> rows) {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, texts(connection, rows, UnsentRow::eventId));
            insert.setArray(2, texts(connection, rows, UnsentRow::topic));
            insert.setArray(3, texts(connection, rows, UnsentRow::key));
            insert.setArray(4, texts(connection, rows, UnsentRow::headersJson));
            var payloads = rows.stream().map(UnsentRow::payload).toArray(byte[][]::new);
            insert.setArray(5, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox not written: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private static Array texts(
            Connection connection, List<UnsentRow> rows, Function<UnsentRow, String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }
}
