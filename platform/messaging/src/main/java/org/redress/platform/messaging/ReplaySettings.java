package org.redress.platform.messaging;

import io.smallrye.config.SmallRyeConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.redress.platform.vault.Vault;

/** What a replay needs of the service's own settings. */
record ReplaySettings(Map<String, Object> kafka, Vault vault) {

    private static final String KAFKA = "kafka.";

    static ReplaySettings of(String service, Map<String, String> overrides) {
        var own = new HashMap<>(overrides);
        own.put("quarkus.application.name", service);
        var settings = JobSettings.of(own);
        return new ReplaySettings(kafka(settings.config()), vault(settings));
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

    private static Vault vault(JobSettings settings) {
        var config = settings.config();
        return Vault.over(
                settings.database("quarkus.datasource.keys"),
                config.getValue("vault.master-key-id", String.class),
                config.getValue("vault.master-key", String.class),
                config.getOptionalValues("vault.earlier-master-keys", String.class, String.class)
                        .orElse(Map.of()));
    }
}
