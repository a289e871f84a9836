package org.redress.escalation;

import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables as an earlier version of the service left them, beside those of the test run. */
public final class EarlierDatabase implements AutoCloseable {

    private final String schema = "earlier_" + UUID.randomUUID().toString().replace("-", "");
    private final PGSimpleDataSource rows = new PGSimpleDataSource();

    private EarlierDatabase() {
        rows.setUrl(setting("jdbc.url"));
        rows.setUser(setting("username"));
        rows.setPassword(setting("password"));
        rows.setCurrentSchema(schema);
    }

    /** The tables of that version of the schema, empty. */
    public static EarlierDatabase ofVersion(String version) {
        EarlierDatabase database = new EarlierDatabase();
        database.migrateTo(version);
        return database;
    }

    /** What the service does with them when it starts. */
    public void upgrade() {
        migrateTo("latest");
    }

    public Jdbi jdbi() {
        return Jdbi.create(rows);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(rows)
                .schemas(schema)
                .locations("filesystem:src/main/resources/db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    @Override
    public void close() {
        jdbi().useHandle(handle -> handle.execute("drop schema " + schema + " cascade"));
    }
}
