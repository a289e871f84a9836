package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the test's PostgreSQL is asked, statement by statement, as its own log tells it. */
public final class StatementLog implements AutoCloseable {
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "^~(\\S+) (\\S+) LOG:  (?:execute [^:]+|statement): ((?:.*)(?:\\n\\t.*)*)", 8);

    private final String server;
    private final Path log;
    private final long begin;

    private StatementLog(String server, Path log, long begin) {
        this.server = server;
        this.log = log;
        this.begin = begin;
    }

    /** From now on the server of this database writes every statement down. */
    public static StatementLog of(String jdbcUrl) {
        var server = jdbcUrl.replaceFirst("/[^/]+$", "/postgres");
        var log = Path.of(ask(server, "show data_directory")).resolveSibling("log");
        run(server, "alter system set log_line_prefix = '~%d %v '");
        run(server, "alter system set log_statement = 'all'");
        run(server, "select pg_reload_conf()");
        await().atMost(10, SECONDS).until(() -> ask(server, "show log_statement").equals("all"));
        var marked = new StatementLog(server, log, 0);
        var mark = "mark " + System.nanoTime();
        run(server, "select '" + mark + "'");
        await().atMost(10, SECONDS).until(() -> marked.text().contains(mark));
        return new StatementLog(server, log, size(log));
    }

    /** A statement in one line, and the server's name for the transaction that it was part of. */
    public record Logged(String transaction, String sql) {}

    /** The statements in this database so far. */
    public List<Logged> in(String database) {
        var statements = new ArrayList<Logged>();
        var found = STATEMENT.matcher(text());
        while (found.find()) {
            if (found.group(1).equals(database)) {
                statements.add(
                        new Logged(found.group(2), found.group(3).replaceAll("\\s+", " ").strip()));
            }
        }
        return statements;
    }

    @Override
    public void close() {
        run(server, "alter system reset log_statement");
        run(server, "select pg_reload_conf()");
    }

    private String text() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(begin);
            var bytes = new byte[(int) (file.length() - begin)];
            file.readFully(bytes);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String server, String sql) {
        try (var connection = DriverManager.getConnection(server, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String ask(String server, String sql) {
        try (var connection = DriverManager.getConnection(server, "postgres", "postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
