package org.redress.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Wakes the active relay, wherever it runs, with a NOTIFY after the commit. Not inside the
 * transaction: a transaction that notifies commits under a database-wide lock, which would end
 * group commit. Many rings while one is under way become one.
 */
@ApplicationScoped
class OutboxBell {

    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxBell.class);

    private final DataSource dataSource;
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean running = true;

    OutboxBell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("outbox-bell").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        rung.release();
    }

    void ring() {
        rung.release();
    }

    private void run() {
        while (running) {
            rung.acquireUninterruptibly();
            rung.drainPermits();
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off; notify " + CHANNEL);
            } catch (SQLException e) {
                LOG.debugf(e, "outbox bell not heard; the relay looks by itself");
            }
        }
    }
}
