package org.redress.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.redress.local.Platform;

/** What intake is compared with: one small row per commit into intake's own PostgreSQL. */
final class BareInserts implements AutoCloseable {

    private static final String ROW = "x".repeat(500);

    private final Deque<Connection> connections = new ArrayDeque<>();
    private final int workers;

    BareInserts(Platform.Database database, int workers) throws SQLException {
        this.workers = workers;
        for (int i = 0; i < workers; i++) {
            connections.push(Stand.connect(database));
        }
        execute(
                "create table if not exists bench_row (id bigint generated always as identity primary key, content text)");
    }

    /** Commits per second. */
    double rate(Duration duration) {
        return Load.closed(workers, duration, this::insert);
    }

    private void insert() {
        Connection connection = take();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench_row (content) values (?)")) {
            insert.setString(1, ROW);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            giveBack(connection);
        }
    }

    private synchronized Connection take() {
        return connections.pop();
    }

    private synchronized void giveBack(Connection connection) {
        connections.push(connection);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connections.getFirst().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table bench_row");
        for (var connection : connections) {
            connection.close();
        }
    }
}
