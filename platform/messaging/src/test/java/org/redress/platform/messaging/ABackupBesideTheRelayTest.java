package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.platform.vault.Vault;

/**
 * Dead rows that a held transaction keeps are not walked over again and again, nor a live one
 * passed.
 */
@WithInfrastructure
class ABackupBesideTheRelayTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(10);

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final OutboxRelay relay;
    private final List<String> sent = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    ABackupBesideTheRelayTest(DataSource dataSource, Jdbi jdbi, Vault vault, Alarms alarms) {
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.relay = new OutboxRelay(this::take, new ParkedRows(vault, alarms), nanos::get);
    }

    @BeforeEach
    void an_empty_outbox() {
        jdbi.useHandle(handle -> handle.execute("truncate messaging.outbox"));
    }

    @Test
    void what_has_been_relayed_is_left_behind_though_it_cannot_be_cleaned_away() throws Exception {
        // given
        try (var backup = dataSource.getConnection();
                var connection = dataSource.getConnection()) {
            hold(backup);
            add(20_000, "relayed");
            relayAll(connection);

            // when
            await().atMost(BOUND)
                    .pollInterval(SOON)
                    .until(() -> {
                        aSecondPasses(connection);
                        return blocksRead(connection) < 200;
                    });
            backup.rollback();
        }

        // then
        assertThat(sent.size()).isGreaterThan(20_000);
    }

    @Test
    void whatever_comes_below_all_the_same_is_found_within_ten_seconds() throws Exception {
        // given
        try (var connection = dataSource.getConnection()) {
            long first = nextNumber();
            add(1_000, "relayed");
            aSecondPasses(connection);
            aSecondPasses(connection);
            aSecondPasses(connection);
            jdbi.useHandle(handle ->
                    handle.execute(
                            """
                            insert into messaging.outbox (seq, event_id, topic, key, headers)
                            overriding system value values (?, '1', 'relayed', 'below', '{}')
                            """,
                            first));

            // when
            aSecondPasses(connection);
            assertThat(sent).doesNotContain("below");
            for (int second = 0; second < 9; second++) {
                aSecondPasses(connection);
            }
        }

        // then
        assertThat(sent).contains("below");
    }

    @Test
    void a_row_of_a_transaction_that_ends_late_is_neither_passed_nor_overtaken() throws Exception {
        // given
        try (var late = dataSource.getConnection();
                var connection = dataSource.getConnection()) {
            late.setAutoCommit(false);
            insert(late, "late");
            add(10, "relayed");

            // when
            for (int second = 0; second < 5; second++) {
                aSecondPasses(connection);
            }
            late.commit();
            add(1, "after");
            relayAll(connection);
        }

        // then
        assertThat(sent).endsWith("late", "after");
    }

    private EventSender.Sent take(List<OutboxRow> rows) {
        rows.forEach(row -> sent.add(row.key()));
        return new EventSender.Sent(rows, Map.of());
    }

    /** One in which an event comes and goes. */
    private void aSecondPasses(Connection connection) throws SQLException, InterruptedException {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        add(1, "relayed");
        relayAll(connection);
    }

    /** A number that is drawn and never used. */
    private long nextNumber() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select nextval(pg_get_serial_sequence('messaging.outbox', 'seq'))")
                        .mapTo(Long.class)
                        .one());
    }

    private void relayAll(Connection connection) throws SQLException, InterruptedException {
        while (relay.relayBatch(connection) > 0) {}
    }

    private static void hold(Connection backup) throws SQLException {
        backup.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        backup.setAutoCommit(false);
        try (var statement = backup.createStatement()) {
            statement.execute("select count(*) from messaging.outbox");
        }
    }

    private void add(int rows, String key) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into messaging.outbox (event_id, topic, key, headers)
                        select n::text, 'relayed', ?, '{}' from generate_series(1, ?) n
                        """,
                        key,
                        rows));
    }

    private static void insert(Connection connection, String key) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into messaging.outbox (event_id, topic, key, headers) values ('1', 'relayed', ?, '{}')")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }

    /** How many blocks one more pass reads, as the database sees it. */
    private long blocksRead(Connection connection) throws Exception {
        long before = blocks(connection);
        relay.relayBatch(connection);
        return blocks(connection) - before;
    }

    private static long blocks(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer =
                        statement.executeQuery(
                                "select pg_stat_force_next_flush(), coalesce(idx_blks_hit + idx_blks_read + heap_blks_hit + heap_blks_read, 0) from pg_statio_user_tables where schemaname = 'messaging' and relname = 'outbox'")) {
            answer.next();
            return answer.getLong(2);
        }
    }
}
