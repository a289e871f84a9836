package org.redress.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * What is to be done about databases that have come back, before their services start: what the
 * last moments before the loss told is on the topics, and the databases may not know it.
 */
final class Restoration {

    /** The session of a member that died. */
    private static final Duration UNTIL_ALL_HAVE_LEFT = Duration.ofSeconds(30);

    /**
     * What others have heard by a number and the database may have forgotten: numbers go on above
     * it. A case number of before would be given to a second case, and an event with a version of
     * before would be passed over.
     */
    private static final Map<Service, List<String>> GO_ON_ABOVE =
            Map.of(
                    Service.INTAKE,
                    List.of(
                            "update case_number_day set next_sequence = next_sequence + 100000",
                            "update customer_case set version = version + 1000"),
                    Service.ESCALATION,
                    List.of("update handling set told = told + 1000"));

    private Restoration() {}

    static void numbersGoOn(Service service, Platform.Database database) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String sql : GO_ON_ABOVE.getOrDefault(service, List.of())) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new Failure("%s: %s".formatted(service.id(), e.getMessage()), e);
        }
    }

    /**
     * Every service reads its topics from the first event that is still there. What its database
     * knows has no second effect (its inbox), and what it does not know has its first.
     */
    static void readAgain(KafkaLogin login) {
        try (Admin admin = Admin.create(login.settings())) {
            for (Service service : Service.values()) {
                Patience.orFail(
                        UNTIL_ALL_HAVE_LEFT,
                        service.id() + " still reads its topics",
                        () -> forget(service.id(), admin));
            }
        }
    }

    private static Optional<String> forget(String group, Admin admin) {
        try {
            Unchecked.run(admin.deleteConsumerGroups(List.of(group)).all()::get);
            return Optional.of(group);
        } catch (IllegalStateException e) {
            return switch (e.getCause()) {
                case GroupNotEmptyException _ -> Optional.empty();
                case GroupIdNotFoundException _ -> Optional.of(group);
                case null, default -> throw e;
            };
        }
    }
}
