package org.redress.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

@WithInfrastructure
class TheBellTest {

    private final DataSource dataSource;
    private final Loops loops;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    TheBellTest(DataSource dataSource, Loops loops) {
        this.dataSource = dataSource;
        this.loops = loops;
    }

    @Test
    void it_is_heard_and_the_database_has_nothing_to_warn_of() throws SQLException {
        // given
        try (var listening = dataSource.getConnection()) {
            listening.createStatement().execute("listen " + OutboxBell.CHANNEL);
            var bell = new OutboxBell(listened(DataSource.class, dataSource), new ActiveRelay());
            bell.start(new StartupEvent(), loops);

            for (int i = 0; i < 2; i++) {
                // when
                bell.ring();

                // then
                await().atMost(Duration.ofSeconds(10))
                        .until(() ->
                                listening.unwrap(PGConnection.class).getNotifications(100).length
                                        > 0);
                await().until(() ->
                        listening.unwrap(PGConnection.class).getNotifications(300).length == 0);
            }
            listening.createStatement().execute("unlisten *");
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void wakes_the_relay_beside_it() throws InterruptedException {
        // given
        var woken = new Semaphore(0);
        var relay = relayThat(woken);
        var active = new ActiveRelay();
        active.comes(relay);
        var bell = new OutboxBell(dataSource, active);
        bell.start(new StartupEvent(), loops);

        // when
        bell.ring();

        // then
        assertThat(woken.tryAcquire(10, SECONDS)).isTrue();
        loops.stop(relay);
    }

    @Test
    void is_heard_where_the_relay_is_and_only_while_it_is_there() throws Exception {
        // given
        var woken = new Semaphore(0);
        var relay = relayThat(woken);
        var active = new ActiveRelay();
        active.comes(relay);
        new OutboxEar(dataSource, active).start(new StartupEvent(), loops);
        await().until(() -> listeners() == 1);

        // when
        notifyOnce();

        // then
        assertThat(woken.tryAcquire(10, SECONDS)).isTrue();

        // when
        active.goes();

        // then
        await().until(() -> listeners() == 0);
        loops.stop(relay);
    }

    /** A relay that does nothing, and tells when it was woken. */
    private Loop relayThat(Semaphore woken) throws InterruptedException {
        var begun = new Semaphore(0);
        var relay =
                loops.start(
                        "relay",
                        () -> {
                            if (begun.availablePermits() > 0) {
                                woken.release();
                            }
                            begun.release();
                            return Duration.ofMinutes(1);
                        });
        assertThat(begun.tryAcquire(10, SECONDS)).isTrue();
        begun.release();
        return relay;
    }

    private void notifyOnce() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.createStatement().execute("notify " + OutboxBell.CHANNEL);
        }
    }

    private int listeners() throws SQLException {
        try (var connection = dataSource.getConnection();
                var answer =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select count(*) from pg_stat_activity where query = 'listen outbox'")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /** The same, but every statement tells its warnings before it is closed. */
    private <T> T listened(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            if (real instanceof Statement statement
                                    && method.getName().equals("close")
                                    && statement.getWarnings() != null) {
                                warnings.add(String.valueOf(statement.getWarnings()));
                            }
                            return wrapped(invoke(method, real, arguments));
                        }));
    }

    private @Nullable Object wrapped(@Nullable Object answer) {
        if (answer instanceof Connection connection) {
            return listened(Connection.class, connection);
        }
        return answer instanceof Statement statement
                ? listened(Statement.class, statement)
                : answer;
    }

    private static @Nullable Object invoke(Method method, Object real, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
