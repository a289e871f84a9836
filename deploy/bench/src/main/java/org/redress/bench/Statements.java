package org.redress.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.local.Platform;
import org.redress.local.Service;

/** What PostgreSQL did for the five services, as pg_stat_statements counts it. */
final class Statements implements AutoCloseable {

    private final Connection server;

    /**
     * @param calls statements that were executed, begin and commit included
     * @param commits transactions that were committed, those that only read included
     */
    record Count(double calls, double commits) {

        Count minus(Count other) {
            return new Count(calls - other.calls, commits - other.commits);
        }

        Count per(int things) {
            return new Count(calls / things, commits / things);
        }
    }

    /** What one kind of statement cost. */
    record Cost(String database, String sql, long calls, double totalMillis) {}

    Statements(Platform platform) throws SQLException {
        server = Stand.connect(platform.database(Stand.POSTGRES));
        try (var statement = server.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    Count count() throws SQLException {
        try (var query =
                server.prepareStatement(
                        """
                        select (select sum(s.calls)
                                from pg_stat_statements s join pg_database d on d.oid = s.dbid
                                where d.datname = any(?)),
                            (select sum(xact_commit) from pg_stat_database where datname = any(?))
                        """)) {
            for (int parameter = 1; parameter <= 2; parameter++) {
                query.setArray(parameter, server.createArrayOf("text", databases()));
            }
            try (var row = query.executeQuery()) {
                row.next();
                return new Count(row.getDouble(1), row.getDouble(2));
            }
        }
    }

    /** Forgets what was counted so far. */
    void reset() throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** The dearest statements that contain some words, all those since {@link #reset}. */
    List<Cost> dearest(String words, int most) throws SQLException {
        try (PreparedStatement query =
                server.prepareStatement(
                        """
                        select d.datname, regexp_replace(s.query, '\\s+', ' ', 'g') as sql,
                            s.calls, s.total_exec_time
                        from pg_stat_statements s join pg_database d on d.oid = s.dbid
                        where d.datname = any(?) and position(? in s.query) > 0
                        order by s.total_exec_time desc limit ?
                        """)) {
            query.setArray(1, server.createArrayOf("text", databases()));
            query.setString(2, words);
            query.setInt(3, most);
            var costs = new ArrayList<Cost>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    costs.add(
                            new Cost(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getDouble(4)));
                }
            }
            return costs;
        }
    }

    private static String[] databases() {
        return Arrays.stream(Service.values()).map(Service::id).toArray(String[]::new);
    }

    @Override
    public void close() throws SQLException {
        server.close();
    }
}
