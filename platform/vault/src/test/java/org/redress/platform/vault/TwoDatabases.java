package org.redress.platform.vault;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.local.Postgres;

/** A PostgreSQL with a database for the data and one for the keys. */
public final class TwoDatabases implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "redress";

    private @Nullable Postgres postgres;

    @Override
    public Map<String, String> start() {
        Postgres server = Postgres.temporary();
        postgres = server;
        server.ensureDatabase("tester", PASSWORD);
        server.ensureDatabase("tester_keys", PASSWORD);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.jdbcUrl("tester"),
                "quarkus.datasource.username",
                "tester",
                "quarkus.datasource.password",
                PASSWORD,
                "KEYS_DB_URL",
                server.jdbcUrl("tester_keys"));
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
