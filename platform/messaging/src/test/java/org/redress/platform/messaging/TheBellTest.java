package org.redress.platform.messaging;

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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
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

            // when
            bell.ring();

            // then
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            listening.unwrap(PGConnection.class).getNotifications(100).length > 0);
            listening.createStatement().execute("unlisten *");
        }
        assertThat(warnings).isEmpty();
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
