package org.redress.platform.messaging;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.postgresql.ds.PGSimpleDataSource;
import org.redress.platform.vault.Vault;

/**
 * The service's own settings, read as the service reads them (environment, system properties, its
 * application.properties, defaults of the modules), but without starting it.
 */
record ReplaySettings(Map<String, Object> kafka, Vault vault) {

    private static final String KAFKA = "kafka.";
    private static final int ABOVE_ALL = 500;

    static ReplaySettings of(String service, Map<String, String> overrides) {
        var own = new HashMap<>(overrides);
        own.put("quarkus.application.name", service);
        var config = config(own);
        return new ReplaySettings(kafka(config), vault(config));
    }

    private static SmallRyeConfig config(Map<String, String> own) {
        var builder =
                new SmallRyeConfigBuilder()
                        .addDefaultSources()
                        .addDefaultInterceptors()
                        .withSources(new PropertiesConfigSource(own, "replay", ABOVE_ALL));
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
        return builder.build();
    }

    /** Everything that begins with {@code kafka.}, or with {@code KAFKA_} in the environment. */
    private static Map<String, Object> kafka(SmallRyeConfig config) {
        var names = new TreeSet<String>();
        for (var name : config.getPropertyNames()) {
            var dotted =
                    name.startsWith("KAFKA_")
                            ? name.toLowerCase(Locale.ROOT).replace('_', '.')
                            : name;
            if (dotted.startsWith(KAFKA)) {
                names.add(dotted);
            }
        }
        var settings = new HashMap<String, Object>();
        for (var name : names) {
            config.getOptionalValue(name, String.class)
                    .ifPresent(value -> settings.put(name.substring(KAFKA.length()), value));
        }
        return settings;
    }

    private static Vault vault(SmallRyeConfig config) {
        var keys = new PGSimpleDataSource();
        keys.setUrl(config.getValue("quarkus.datasource.keys.jdbc.url", String.class));
        keys.setUser(config.getValue("quarkus.datasource.keys.username", String.class));
        keys.setPassword(config.getValue("quarkus.datasource.keys.password", String.class));
        return Vault.over(
                keys,
                config.getValue("vault.master-key-id", String.class),
                config.getValue("vault.master-key", String.class),
                config.getOptionalValues("vault.earlier-master-keys", String.class, String.class)
                        .orElse(Map.of()));
    }
}
