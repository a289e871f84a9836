package org.redress.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/**
 * Wakes the active relay, wherever it runs: in this replica directly, in another with a NOTIFY
 * after the commit. Not inside the transaction: a transaction that notifies commits under a
 * database-wide lock, which would end group commit. Many rings while one is under way become one.
 */
@ApplicationScoped
class OutboxBell {

    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxBell.class);
    private static final Duration UNTIL_RUNG = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final ActiveRelay relay;
    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile @Nullable Loop loop;

    OutboxBell(DataSource dataSource, ActiveRelay relay) {
        this.dataSource = dataSource;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loop = loops.start("outbox-bell", this::pass);
    }

    void ring() {
        if (relay.wake()) {
            return;
        }
        var ringer = loop;
        if (!rung.getAndSet(true) && ringer != null) {
            ringer.wake();
        }
    }

    private Duration pass() {
        if (rung.getAndSet(false)) {
            notifyRelay();
        }
        return UNTIL_RUNG;
    }

    /** The setting holds for a transaction only, so there is one around it. */
    private void notifyRelay() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local synchronous_commit = off; notify " + CHANNEL);
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debugf(e, "outbox bell not heard; the relay looks by itself");
        }
    }
}
