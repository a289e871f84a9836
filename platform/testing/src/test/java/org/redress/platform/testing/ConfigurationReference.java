package org.redress.platform.testing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code docs/configuration.md}, made of what the sources read and what their comments say. */
final class ConfigurationReference {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "escalation", "notification", "reporting");
    private static final List<String> MODULES = List.of("web", "messaging", "vault", "due");
    private static final Pattern OURS = Pattern.compile("(redress|web|messaging|vault|due)\\..*");

    private static final String INTRODUCTION =
            """
            # Configuration

            Every setting of ours, and those of Quarkus and Kafka's client that an operator has to know. This page is made from the code: what a setting does stands beside it, in the Javadoc of its `@ConfigMapping` or as the comment above its default. `TheConfigurationIsDescribedTest` in `platform/testing` fails when the page is not what the code says, and says how to renew it.

            A service is configured by environment variables alone; a system property (`-Dname=value`) wins over them, `application.properties` in the image holds the defaults. `<key>` in a variable is written in capitals and read in small letters; a key that has capitals itself (a currency, a channel) can be set by a variable if it has a default, and else by a file that `QUARKUS_CONFIG_LOCATIONS` names. Where a default holds `<service>`, it is the service's name.

            A *duration* is a number with `S`, `M` or `H` (`0.5S`, `10M`) or as in ISO 8601 (`P3D`), *bytes* are a number with `K` or `M`, a *time zone* is a name such as `Asia/Shanghai`, a *list* has commas, an *instant* is as in `2000-01-01T00:00:00Z`. A service does not start without what is **required**.
            """;

    /** What there is much more of. */
    private static final List<Setting> BROUGHT =
            List.of(
                    text("quarkus.datasource.jdbc.url", "The service's database."),
                    text("quarkus.datasource.username", "Its user, who owns the tables."),
                    text("quarkus.datasource.password", "Its password."),
                    number(
                            "quarkus.datasource.jdbc.max-size",
                            "50",
                            "How many connections to it each replica may hold."),
                    text("quarkus.datasource.keys.jdbc.url", "The database of the keys (ADR 8)."),
                    text("quarkus.datasource.keys.username", "Its user, who owns the table."),
                    text("quarkus.datasource.keys.password", "Its password."),
                    number(
                            "quarkus.datasource.keys.jdbc.max-size",
                            "50",
                            "How many connections to it each replica may hold."),
                    text("kafka.bootstrap.servers", "The broker."),
                    text("kafka.security.protocol", "With `SASL_SSL` the way to it is encrypted."),
                    text("kafka.sasl.mechanism", "How a service proves to it who it is."),
                    text("kafka.sasl.jaas.config", "With what: the name and password below."),
                    optional("kafka.ssl.truststore.type", "text", "`PEM` for a file as below."),
                    optional(
                            "kafka.ssl.truststore.location",
                            "file",
                            "Whose signature on the broker's certificate is believed."),
                    text("quarkus.oidc.auth-server-url", "The issuer whose tokens are believed."),
                    text("quarkus.oidc.token.audience", "For whom a token must be meant."),
                    text("quarkus.http.host", "The address on which the API is."),
                    optional("quarkus.http.port", "number", "Its port; each has its own."),
                    new Setting(
                            "quarkus.management.host",
                            "text",
                            "0.0.0.0",
                            false,
                            "The address on which health, metrics and Swagger UI are."),
                    optional(
                            "quarkus.management.port",
                            "number",
                            "Their port; that of the API and 10."),
                    optional(
                            "quarkus.http.cors.origins",
                            "list of texts",
                            "Pages from which a browser may call."),
                    optional(
                            "quarkus.shutdown.timeout",
                            "duration",
                            "How long a request may still take when the service stops."),
                    new Setting(
                            "quarkus.log.level",
                            "text",
                            "INFO",
                            false,
                            "From which level on it is logged."));

    private final Path root;
    private final Map<String, Defaults> services = new LinkedHashMap<>();
    private final Map<String, Defaults> modules = new LinkedHashMap<>();

    private ConfigurationReference(Path root) throws IOException {
        this.root = root;
        for (var service : SERVICES) {
            services.put(service, Defaults.of(resources(service, "application.properties")));
        }
        for (var module : MODULES) {
            modules.put(
                    module,
                    Defaults.of(resources(module, "META-INF/microprofile-config.properties")));
        }
    }

    /**
     * The page.
     *
     * @param root the folder of the checkout
     * @throws IllegalStateException if it stands nowhere what a setting does
     */
    static String of(Path root) throws IOException {
        return new ConfigurationReference(root).page();
    }

    private Path module(String name) {
        return root.resolve(SERVICES.contains(name) ? name + "-service" : "platform/" + name);
    }

    private Path resources(String module, String file) {
        return module(module).resolve("src/main/resources").resolve(file);
    }

    private String page() throws IOException {
        var page = new StringBuilder(INTRODUCTION);
        var common = new ArrayList<Setting>();
        for (var setting : BROUGHT) {
            common.add(setting.withFallback(common(setting.name())));
        }
        page.append(section("Every service: what it stands on", common));
        for (var module : MODULES) {
            var settings = settings(module, modules.get(module));
            page.append(section("Every service: `%s`".formatted(module), settings));
            common.addAll(settings);
        }
        for (var service : SERVICES) {
            var settings = new ArrayList<>(settings(service, services.get(service)));
            settings.addAll(otherwise(service, common));
            page.append(section(service, settings));
        }
        return page.toString();
    }

    private static String section(String title, Collection<Setting> settings) {
        var silent = settings.stream().filter(each -> each.text().isEmpty()).toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException(
                    "Say what it does, above the default or above the name as \"# name=\": "
                            + silent.stream().map(Setting::name).collect(joining(", ")));
        }
        return "\n## %s\n\n| Setting | Environment | Type | Default | What it does |\n|---|---|---|---|---|\n%s"
                .formatted(title, settings.stream().map(Setting::row).collect(joining()));
    }

    /** What the code of a module reads, and what else of ours its file of defaults has. */
    private Collection<Setting> settings(String module, Defaults defaults) throws IOException {
        SortedMap<String, Setting> found =
                SettingsInCode.of(module(module)).stream()
                        .filter(setting -> OURS.matcher(setting.name()).matches())
                        .collect(toMap(Setting::name, identity(), (one, _) -> one, TreeMap::new));
        for (var name : defaults.comments().keySet()) {
            var isKnown = found.values().stream().anyMatch(setting -> setting.isMeantBy(name));
            if (!isKnown && OURS.matcher(name).matches() && !isOfAModule(name, module)) {
                found.put(name, new Setting(name, "text", null, true, ""));
            }
        }
        found.replaceAll((name, setting) ->
                setting.withFallback(defaults.value(setting))
                        .withText(setting.text().isEmpty() ? defaults.comment(name) : ""));
        return found.values();
    }

    private static boolean isOfAModule(String name, String reader) {
        return SERVICES.contains(reader) && !name.startsWith("redress.");
    }

    /** The default of all services, if they have the same but for their names. */
    private @Nullable String common(String name) {
        var all = SERVICES.stream().map(service -> value(name, service)).distinct().toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    private @Nullable String value(String name, String service) {
        var own = services.get(service).values().get(name);
        return own != null
                ? own.replace(service, "<service>")
                : modules.values().stream()
                        .map(defaults -> defaults.values().get(name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(value -> value.replace("${quarkus.application.name}", "<service>"))
                        .orElse(null);
    }

    /** What every service has, and this one by another default. */
    private List<Setting> otherwise(String service, List<Setting> common) {
        var own = services.get(service);
        var found = new ArrayList<Setting>();
        own.values()
                .forEach((name, value) ->
                        common.stream()
                                .filter(setting -> setting.isMeantBy(name))
                                .filter(setting ->
                                        !value.replace(service, "<service>")
                                                .equals(setting.fallback()))
                                .map(setting ->
                                        setting.named(name)
                                                .withFallback(value)
                                                .withText(own.comment(name)))
                                .forEach(found::add));
        return found;
    }

    private static Setting text(String name, String text) {
        return new Setting(name, "text", null, false, text);
    }

    private static Setting number(String name, String fallback, String text) {
        return new Setting(name, "number", fallback, false, text);
    }

    private static Setting optional(String name, String type, String text) {
        return new Setting(name, type, null, true, text);
    }
}
