package org.redress.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.Service;

/**
 * The mail server is away and a million mails wait: what a claim costs, and what the waiting costs.
 * The mails are copies of one that really waits, and are taken away again.
 */
final class Claims {

    private static final int WAITING = 1_000_000;
    private static final Duration WATCH = Duration.ofSeconds(60);

    /** Of notification's claim, and of no other statement that skips what is locked. */
    private static final String CLAIM = "for update skip locked) lapsed";

    private Claims() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.drain();
        stand.platform().stop("mail");
        try (var notification =
                        Stand.connect(stand.platform().database(Service.NOTIFICATION.id()));
                var statements = new Statements(stand.platform())) {
            stand.tell("%,d mails begin to wait".formatted(WAITING));
            new FrontEnd(stand.platform()).register();
            fill(notification);
            statements.reset();
            var cpu = CpuTimes.now(stand.platform());
            Stand.pause(WATCH);
            var spent = CpuTimes.now(stand.platform()).since(cpu);
            var claims = statements.dearest(CLAIM, 10);
            double calls = claims.stream().mapToLong(Statements.Cost::calls).sum();
            double millis = claims.stream().mapToDouble(Statements.Cost::totalMillis).sum();
            double seconds = Stand.seconds(WATCH);
            return List.of(
                    Figure.atMost("a claim while a million mails wait", millis / calls, "ms", 2),
                    Figure.told("claims meanwhile", calls / seconds, "/s"),
                    Figure.atMost(
                            "mail server away: CPU of notification",
                            spent.of(Service.NOTIFICATION.id()) / seconds,
                            "ms/s",
                            20),
                    Figure.atMost(
                            "mail server away: CPU of PostgreSQL",
                            spent.of(Stand.POSTGRES) / seconds,
                            "ms/s",
                            20));
        } finally {
            try (var notification =
                    Stand.connect(stand.platform().database(Service.NOTIFICATION.id()))) {
                empty(notification);
            }
            stand.platform().start("mail");
            stand.drain();
        }
    }

    private static void fill(Connection notification) throws SQLException {
        for (int tries = 0; tries < 60; tries++) {
            if (copy(notification) > 0) {
                return;
            }
            Stand.pause(Duration.ofSeconds(1));
        }
        throw new IllegalStateException("No mail waits although the mail server is away");
    }

    private static int copy(Connection notification) throws SQLException {
        try (var statement = notification.createStatement()) {
            var columns = new ArrayList<String>();
            try (var names =
                    statement.executeQuery(
                            """
                            select column_name from information_schema.columns
                            where table_schema = 'public' and table_name = 'message'
                            """)) {
                while (names.next()) {
                    columns.add(names.getString(1));
                }
            }
            int copied =
                    statement.executeUpdate(
                            """
                            insert into message (%s)
                            select %s
                            from (select * from message
                                where state = 'QUEUED' and recipient_kind = 'CUSTOMER' limit 1) m,
                                generate_series(1, %d) i
                            """
                                    .formatted(
                                            String.join(", ", columns),
                                            columns.stream()
                                                    .map(Claims::ofCopy)
                                                    .collect(joining(", ")),
                                            WAITING));
            statement.execute("analyze message");
            return copied;
        }
    }

    private static String ofCopy(String column) {
        return switch (column) {
            case "id" -> "gen_random_uuid()";
            case "dedup_key" -> "'bench-' || i";
            case "address_mark" -> "null";
            default -> "m." + column;
        };
    }

    private static void empty(Connection notification) throws SQLException {
        try (var statement = notification.createStatement()) {
            statement.execute(
                    """
                    delete from attempt where message_id in
                        (select id from message where dedup_key like 'bench-%')
                    """);
            statement.execute("delete from message where dedup_key like 'bench-%'");
            statement.execute("vacuum analyze message");
        }
    }
}
