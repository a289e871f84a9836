package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UnpackedPostgres
class PostgresTest {

    @TempDir Path folder;

    @Test
    void keeps_what_was_committed_when_the_server_is_killed() throws SQLException {
        // given
        Postgres.Settings settings = settings();
        Postgres killed = Postgres.start(settings);
        killed.ensureDatabase("intake", "secret");
        execute(killed, "create table promise (text text)");
        execute(killed, "insert into promise values ('kept')");

        // when
        killed.process().destroyForcibly();
        killed.process().onExit().join();

        // then
        try (Postgres restarted = Postgres.start(settings)) {
            restarted.ensureDatabase("intake", "secret");
            assertThat(read(restarted, "select text from promise")).isEqualTo("kept");
        }
    }

    @Test
    void is_durable_and_asks_for_passwords_and_shares_no_database() throws SQLException {
        try (Postgres postgres = Postgres.start(settings())) {
            postgres.ensureDatabase("intake", "secret");
            postgres.ensureDatabase("triage", "other");

            assertThat(read(postgres, "show fsync")).isEqualTo("on");
            assertThat(read(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThatThrownBy(() -> connect(postgres, "intake", "intake", "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(postgres, "triage", "intake", "secret"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void says_where_the_log_is_when_it_does_not_start() {
        try (Postgres first = Postgres.start(settings())) {
            assertThat(first.process().isAlive()).isTrue();
            Postgres.Settings onTheSameData =
                    new Postgres.Settings(
                            folder.resolve("data"),
                            Ports.free(),
                            folder.resolve("second.log"),
                            "super");

            assertThatThrownBy(() -> Postgres.start(onTheSameData))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("second.log");
        }
    }

    private Postgres.Settings settings() {
        return new Postgres.Settings(
                folder.resolve("data"), Ports.free(), folder.resolve("postgres.log"), "super");
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres, "intake", "intake", "secret");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres, "intake", "intake", "secret");
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(
            Postgres postgres, String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }
}
