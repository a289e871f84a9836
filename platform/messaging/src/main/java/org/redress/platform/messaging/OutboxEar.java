package org.redress.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/** Hears the bells of other replicas while the active relay is in this one. */
@ApplicationScoped
class OutboxEar {

    private static final Duration LISTENS_FOR = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final ActiveRelay relay;
    private volatile @Nullable Loop loop;

    OutboxEar(DataSource dataSource, ActiveRelay relay) {
        this.dataSource = dataSource;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loop = loops.start("outbox-ear", this::pass);
    }

    private Duration pass() {
        if (relay.isHere()) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("relay hears nothing: " + e.getSQLState(), e);
            }
        }
        return LISTENS_FOR;
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + OutboxBell.CHANNEL);
            var bell = connection.unwrap(PGConnection.class);
            while (relay.isHere() && goesOn()) {
                if (bell.getNotifications((int) LISTENS_FOR.toMillis()).length > 0) {
                    relay.wake();
                }
            }
            statement.execute("unlisten *");
        }
    }

    private boolean goesOn() {
        var running = loop;
        if (running != null) {
            running.beat();
        }
        return running == null || !running.isStopping();
    }
}
