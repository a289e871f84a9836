package org.redress.platform.vault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Replicas of a service over one database of keys; the test counts their trips and moves time. */
final class Keys {

    static final String FIRST = "Zmlyc3QgbWFzdGVyIGtleSwgMzIgYnl0ZXMgbG9uZyE=";
    static final String SECOND = "c2Vjb25kIG1hc3RlciBrZXkgb2YgMzIgYnl0ZXMgISE=";

    private final DataSource keys;
    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    Keys(DataSource keys) {
        this.keys = keys;
    }

    Vault replica(MasterKeys masters) {
        return new Vault(new KeyRing(table(), masters, nanos::get));
    }

    Vault replica() {
        return replica(new MasterKeys("first", FIRST, Map.of()));
    }

    KeyTable table() {
        return new KeyTable(counting(keys));
    }

    void secondsPass(int seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }

    /** Statements sent since the last question. */
    int trips() {
        return trips.getAndSet(0);
    }

    /** The row of a subject, as text; empty when there is none. */
    List<String> row(UUID subject) {
        try (Connection connection = keys.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select wrapped, master_key from subject_key where subject = '%s'"
                                                .formatted(subject))) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(String.valueOf(rows.getString(1)));
                columns.add(String.valueOf(rows.getString(2)));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource counting(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (method, result) ->
                        method.equals("getConnection")
                                ? proxy(Connection.class, (Connection) result, this::count)
                                : result);
    }

    private Object count(String method, Object result) {
        if (method.equals("prepareStatement")) {
            trips.incrementAndGet();
        }
        return result;
    }

    private interface Seen {
        Object seen(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T real, Seen seen) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return seen.seen(method.getName(), method.invoke(real, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
