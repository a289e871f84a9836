package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a PostgreSQL server, copied while it runs, and from then on every piece of its log
 * (PostgreSQL, "Making a base backup using the low-level API"). Brought back, it has what was
 * committed until the last piece.
 */
record Backup(Postgres.Settings server) {

    /** The server makes their content anew. */
    private static final Set<String> EMPTIED =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Duration KEPT_WITHIN = Duration.ofSeconds(30);
    private static final Pattern PIECE = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern FIRST_PIECE =
            Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    /** Takes a new one in place of the one before, while the server goes on. */
    void take() {
        Path fresh = folder().resolve("fresh");
        Folders.delete(fresh);
        // From now on the log is kept.
        Folders.createPrivate(server.keptLog());
        try (Connection connection = Postgres.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('redress', true)");
            copy(server.data(), fresh);
            try (ResultSet stopped =
                    statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(fresh.resolve("backup_label"), stopped.getString(1));
            }
            Folders.delete(base());
            Files.move(fresh, base());
            forgetLogBefore(Files.readString(base().resolve("backup_label")));
        } catch (SQLException | IOException e) {
            throw new Failure("The databases could not be backed up: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps what has been committed so far, and not only the pieces of the log that are full. The
     * server does the same whenever it stops.
     */
    void keepUpToNow() {
        try (Connection connection = Postgres.connect(server);
                Statement statement = connection.createStatement();
                ResultSet file =
                        statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            file.next();
            Path last = server.keptLog().resolve(file.getString(1));
            Patience.orFail(
                    KEPT_WITHIN,
                    "The log was not kept",
                    () -> Optional.of(last).filter(Files::exists));
        } catch (SQLException e) {
            throw new Failure("The log could not be kept: " + e.getMessage(), e);
        }
    }

    /**
     * Puts it in the place of the data of a server that does not run; it reads the log when it
     * starts.
     *
     * @throws Failure when there is no backup
     */
    void bringBack() {
        if (!Files.isDirectory(base())) {
            throw new Failure(
                    "There is no backup in %s: ./redress backup makes one.".formatted(folder()));
        }
        Folders.delete(server.data());
        try {
            copy(base(), server.data());
            Files.createFile(server.data().resolve("recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetLogBefore(String label) throws IOException {
        Matcher first = FIRST_PIECE.matcher(label);
        if (first.find()) {
            try (Stream<Path> pieces = Files.list(server.keptLog())) {
                pieces.filter(piece -> PIECE.matcher(piece.getFileName().toString()).lookingAt())
                        .filter(piece ->
                                piece.getFileName().toString().compareTo(first.group(1)) < 0)
                        .forEach(Folders::delete);
            }
        }
    }

    private Path folder() {
        return server.keptLog().getParent();
    }

    private Path base() {
        return folder().resolve("base");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes as) {
                        Folders.createPrivate(to.resolve(from.relativize(folder)));
                        return EMPTIED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes as)
                            throws IOException {
                        if (!LEFT_OUT.contains(file.getFileName().toString())) {
                            try {
                                Files.copy(file, to.resolve(from.relativize(file)));
                            } catch (NoSuchFileException gone) {
                                // The server deleted it meanwhile; its log says so.
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
    }
}
