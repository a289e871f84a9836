package org.redress.platform.messaging;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The settings of a program that runs in a service's own image, read as the service reads them
 * (environment, system properties, its application.properties, defaults of the modules), but
 * without starting it.
 */
public record JobSettings(SmallRyeConfig config) {

    private static final int ABOVE_ALL = 500;

    /** The settings, of which the given ones win over all others. */
    public static JobSettings of(Map<String, String> overrides) {
        var builder =
                new SmallRyeConfigBuilder()
                        .addDefaultSources()
                        .addDefaultInterceptors()
                        .withSources(new PropertiesConfigSource(overrides, "job", ABOVE_ALL));
        var application =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResource("application.properties");
        try {
            if (application != null) {
                builder.withSources(new PropertiesConfigSource(application));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JobSettings(builder.build());
    }

    /** The database under this name, {@code quarkus.datasource} say; no connection is kept. */
    public DataSource database(String name) {
        var database = new PGSimpleDataSource();
        database.setUrl(config.getValue(name + ".jdbc.url", String.class));
        database.setUser(config.getValue(name + ".username", String.class));
        database.setPassword(config.getValue(name + ".password", String.class));
        return database;
    }
}
