package org.redress.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sees to it that one relay per database is active: whoever holds the advisory lock relays over the
 * very connection that holds it, so that a lost connection ends its leadership and its transaction
 * together. Another replica takes over within {@link #STANDBY_PAUSE}.
 */
@ApplicationScoped
class RelayLeadership {

    static final Duration STANDBY_PAUSE = Duration.ofSeconds(1);
    static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    static final long LOCK = 7_310_914_402_115L;

    private static final Logger LOG = Logger.getLogger(RelayLeadership.class);

    private final DataSource dataSource;
    private final OutboxRelay relay;
    private final boolean enabled;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);

    RelayLeadership(
            DataSource dataSource,
            EventProducer producer,
            @ConfigProperty(name = "messaging.relay.enabled") boolean enabled) {
        this.dataSource = dataSource;
        this.relay = new OutboxRelay(EventSender.to(producer.producer()));
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (enabled) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!pause(Duration.ZERO)) {
            try (var connection = dataSource.getConnection()) {
                if (query(connection, "select pg_try_advisory_lock(%d)".formatted(LOCK))) {
                    lead(connection);
                } else {
                    pause(STANDBY_PAUSE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("relay pauses: %s", e.getMessage());
                pause(STANDBY_PAUSE);
            }
        }
    }

    private void lead(Connection connection) throws SQLException, InterruptedException {
        try {
            execute(connection, "listen " + OutboxBell.CHANNEL);
            LOG.info("relay active");
            var bell = connection.unwrap(PGConnection.class);
            while (!pause(Duration.ZERO)) {
                if (relay.relayBatch(connection) == 0) {
                    bell.getNotifications((int) LOOK_ANYWAY.toMillis());
                }
            }
        } finally {
            execute(connection, "unlisten *; select pg_advisory_unlock_all()");
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

    private boolean pause(Duration duration) {
        try {
            return stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
