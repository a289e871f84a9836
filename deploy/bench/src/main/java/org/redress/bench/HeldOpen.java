package org.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.Service;

/** The chain beside a transaction that sees the databases as they were, as a backup does. */
final class HeldOpen {

    private static final Duration LOAD = Duration.ofMinutes(2);
    private static final Duration HELD = Duration.ofMinutes(10);

    private HeldOpen() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.warmUp(Flow.CLIENTS);
        double clean = Flow.run(stand).carried();
        stand.tell("clean: %.1f /s".formatted(clean));
        stand.settle();
        List<Connection> held = new ArrayList<>();
        try {
            for (var service : Service.values()) {
                held.add(heldOpen(stand, service));
            }
            var frontEnd = new FrontEnd(stand.platform());
            long heldSince = System.nanoTime();
            while (System.nanoTime() - heldSince < HELD.toNanos()) {
                double rate = Load.closed(Flow.CLIENTS, LOAD, frontEnd::register);
                stand.tell("beside the held transactions: %.1f /s".formatted(rate));
                stand.settle();
            }
            double beside = Flow.run(stand).carried();
            return List.of(
                    Figure.told("clean: cases carried", clean, "/s"),
                    Figure.told("beside a held transaction: cases carried", beside, "/s"),
                    Figure.atLeast("beside a held transaction / clean", beside / clean, "", 0.8));
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static Connection heldOpen(Stand stand, Service service) throws SQLException {
        var connection = Stand.connect(stand.platform().database(service.id()));
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select count(*) from messaging.outbox");
        }
        return connection;
    }
}
