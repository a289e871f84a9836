package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server as in production: durable commits, passwords checked by SCRAM, and one role
 * for each database that owns it and can open no other. It listens on loopback.
 */
public final class Postgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final Process process;
    private final @Nullable Path temporary;

    /**
     * Where the server keeps its data and listens.
     *
     * @param data the data directory; created when it is missing, kept when the server stops
     * @param log what the server prints goes to the end of this file
     * @param password of the superuser {@code postgres}; the one that the data was created with
     */
    public record Settings(Path data, int port, Path log, String password) {

        /** Where the pieces of its log are kept from the first backup on. */
        Path keptLog() {
            return data.resolveSibling("backup").resolve("log");
        }

        String jdbcUrl(String database) {
            return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
        }

        @Override
        public String toString() {
            return "PostgreSQL on port " + port + " with its data in " + data;
        }
    }

    private Postgres(Settings settings, Process process, @Nullable Path temporary) {
        this.settings = settings;
        this.process = process;
        this.temporary = temporary;
    }

    /** Starts a server on a free port whose data is deleted when it is closed. */
    public static Postgres temporary() {
        Path folder = Folders.createTemporary("redress-postgres-");
        return start(
                new Settings(
                        folder.resolve("data"), Ports.free(), folder.resolve("log"), "postgres"),
                folder);
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws Failure with the reason, when it does not start
     */
    public static Postgres start(Settings settings) {
        return start(settings, null);
    }

    private static Postgres start(Settings settings, @Nullable Path temporary) {
        initialize(settings);
        Process process =
                temporary == null
                        ? Programs.start(command(settings), settings.log())
                        : Programs.startTied(command(settings), settings.log());
        if (!Patience.sees(START_LIMIT, () -> !process.isAlive() || answers(settings))
                || !process.isAlive()) {
            process.destroyForcibly();
            throw new Failure("PostgreSQL did not start.", settings.log());
        }
        return new Postgres(settings, process, temporary);
    }

    /** The server's process; killing it is the crash of a database server. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public String jdbcUrl(String database) {
        return settings.jdbcUrl(database);
    }

    /** Creates the role and the database that it owns, both of this name, if they are missing. */
    public void ensureDatabase(String name, String password) {
        ensureDatabase(settings, name, password);
    }

    static void ensureDatabase(Settings settings, String name, String password) {
        if (!name.matches("[a-z][a-z0-9_]*") || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("Not a plain name and password: " + name);
        }
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            boolean exists =
                    statement
                            .executeQuery("select from pg_database where datname = '" + name + "'")
                            .next();
            if (!exists) {
                statement.execute("create role " + name + " login password '" + password + "'");
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke all on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be created", e);
        }
    }

    /** Stops the server: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        stop(settings.data(), settings.log());
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }

    /** Stops whatever server runs on the data directory, started by this process or another. */
    static void stop(Path data, Path log) {
        run(log, "pg_ctl", "stop", "-D" + data, "-m", "fast", "-w");
    }

    static void initialize(Settings settings) {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        Folders.createPrivate(settings.data());
        Path secret = settings.data().resolveSibling(settings.data().getFileName() + ".secret");
        Folders.writePrivate(secret, settings.password());
        try {
            int exit =
                    run(
                            settings.log(),
                            "initdb",
                            "-D" + settings.data(),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C");
            if (exit != 0) {
                throw new Failure(
                        "PostgreSQL could not create its data directory.", settings.log());
            }
        } finally {
            Folders.delete(secret);
        }
    }

    /**
     * The server with its settings. What is said of its log has an effect where it is kept, and in
     * a server that comes from a backup.
     */
    static List<String> command(Settings settings) {
        Path kept = settings.keptLog();
        return binaries()
                .command(
                        "postgres",
                        List.of(
                                "-D" + settings.data(),
                                "-p" + settings.port(),
                                "--listen_addresses=" + Ports.LOOPBACK,
                                "--unix_socket_directories=",
                                "--max_connections=400",
                                "--shared_preload_libraries=pg_stat_statements",
                                "--fsync=on",
                                "--synchronous_commit=on",
                                "--full_page_writes=on",
                                "--archive_mode=on",
                                "--archive_command="
                                        + "test ! -d '%1$s' || (cp %%p '%1$s/%%f.new' && mv '%1$s/%%f.new' '%1$s/%%f')"
                                                .formatted(kept),
                                "--restore_command=cp '%s/%%f' %%p".formatted(kept),
                                // Whoever asks it gets an answer when all of the log is read.
                                "--hot_standby=off"));
    }

    static boolean answers(Settings settings) {
        try (Connection connection = connect(settings)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    static Connection connect(Settings settings) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(settings.jdbcUrl(SUPERUSER));
        return server.getConnection(SUPERUSER, settings.password());
    }

    private static PostgresBinaries binaries() {
        return PostgresBinaries.unpackedIn(Checkout.cache());
    }

    private static int run(Path log, String program, String... arguments) {
        return Programs.run(binaries().command(program, List.of(arguments)), log);
    }
}
