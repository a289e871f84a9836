package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk with the databases is lost; what was committed is not. */
@UnpackedPostgres
class ADatabaseComesBackTest {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    @TempDir Path folder;

    private Postgres.Settings settings;
    private Backup backup;

    @BeforeEach
    void aServer() {
        settings =
                new Postgres.Settings(
                        folder.resolve("data/postgres"),
                        Ports.free(),
                        folder.resolve("log"),
                        "super");
        backup = new Backup(settings);
    }

    @Test
    void with_all_that_was_committed_after_the_backup_and_again_after_it_came_back()
            throws SQLException {
        // given
        Postgres lost = start();
        execute("create table promise (text text)");
        promise("before");
        assertThat(folder.resolve("data/backup")).doesNotExist();
        assertThatThrownBy(backup::bringBack)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("./redress backup");
        backup.take();
        promise("after");
        backup.keepUpToNow();

        // when
        lose(lost);
        backup.bringBack();

        // then
        Postgres back = start();
        assertThat(promises()).containsExactly("before", "after");
        promise("later");
        backup.keepUpToNow();

        // and when it is lost a second time
        lose(back);
        backup.bringBack();
        try (Postgres _ = start()) {
            assertThat(promises()).containsExactly("before", "after", "later");
        }
    }

    @Test
    void a_newer_backup_needs_no_older_log_and_a_server_that_stops_keeps_all_of_it()
            throws SQLException {
        // given
        try (Postgres _ = start()) {
            execute("create table promise (text text)");
            backup.take();
            promise("early");
            backup.keepUpToNow();
            List<Path> early = kept();

            // when
            backup.take();
            promise("last");

            // then
            assertThat(kept()).isNotEmpty().doesNotContainAnyElementsOf(early);
        }
        Folders.delete(settings.data());
        backup.bringBack();
        try (Postgres _ = start()) {
            assertThat(promises()).containsExactly("early", "last");
        }
    }

    private Postgres start() {
        Postgres server = Postgres.start(settings);
        server.ensureDatabase("intake", "secret");
        return server;
    }

    /** Whoever still writes would disturb the deletion. */
    private void lose(Postgres server) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(server.process()), server.process().descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        assertThat(
                        Patience.sees(
                                GONE_WITHIN, () -> family.stream().noneMatch(RunningProcess::runs)))
                .isTrue();
        Folders.delete(settings.data());
    }

    private List<Path> kept() {
        return Unchecked.get(() -> {
            try (var pieces = Files.list(settings.keptLog())) {
                return pieces.toList();
            }
        });
    }

    private void promise(String text) throws SQLException {
        execute("insert into promise values ('%s')".formatted(text));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> promises() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select text from promise")) {
            List<String> all = new ArrayList<>();
            while (found.next()) {
                all.add(found.getString(1));
            }
            return all;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl("intake"), "intake", "secret");
    }
}
