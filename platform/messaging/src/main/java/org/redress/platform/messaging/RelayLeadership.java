package org.redress.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;
import org.redress.platform.vault.Vault;

/**
 * Sees to it that one relay per database is active: whoever holds the advisory lock relays over the
 * very connection that holds it, so that a lost connection ends its leadership and its transaction
 * together. Another replica takes over within {@link #STANDBY_PAUSE}.
 */
@ApplicationScoped
class RelayLeadership {

    static final Duration STANDBY_PAUSE = Duration.ofSeconds(1);
    static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    /** After several rows at once, so long for more: under load they go in batches. */
    private static final Duration GATHER = Duration.ofMillis(4);

    private static final Duration JUST_STARTING = Duration.ofMillis(10);

    static final long LOCK = 7_310_914_402_115L;

    private static final Logger LOG = Logger.getLogger(RelayLeadership.class);

    private final DataSource dataSource;
    private final OutboxRelay relay;
    private final Loops loops;
    private final ActiveRelay active;
    private final boolean enabled;
    private volatile @Nullable Loop loop;

    RelayLeadership(
            DataSource dataSource,
            EventProducer producer,
            Vault vault,
            Alarms alarms,
            Loops loops,
            ActiveRelay active,
            @ConfigProperty(name = "messaging.relay.enabled") boolean enabled) {
        this.dataSource = dataSource;
        this.relay =
                new OutboxRelay(EventSender.to(producer.producer()), new ParkedRows(vault, alarms));
        this.loops = loops;
        this.active = active;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop = loops.start("outbox-relay", this::pass);
        }
    }

    void stop() throws InterruptedException {
        var running = loop;
        if (running != null) {
            loops.stop(running);
        }
    }

    private Duration pass() throws InterruptedException {
        var self = loop;
        if (self == null) {
            return JUST_STARTING;
        }
        try (var connection = dataSource.getConnection()) {
            if (query(connection, "select pg_try_advisory_lock(%d)".formatted(LOCK))) {
                lead(connection, self);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("relay pauses: SQLSTATE " + e.getSQLState(), e);
        }
        return STANDBY_PAUSE;
    }

    /** What a crash of the database takes back is only sent again, so no commit waits here. */
    private void lead(Connection connection, Loop self) throws SQLException, InterruptedException {
        try {
            execute(connection, "set synchronous_commit = off");
            active.comes(self);
            LOG.info("relay active");
            while (!self.isStopping()) {
                self.beat();
                int gone = relay.relayBatch(connection);
                if (gone > 1) {
                    Thread.sleep(GATHER);
                }
                if (gone == 0 || !relay.wasFull()) {
                    self.rest(LOOK_ANYWAY);
                }
            }
        } finally {
            active.goes();
            execute(connection, "reset synchronous_commit; select pg_advisory_unlock_all()");
        }
    }

    private static boolean query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
