package org.redress.kubernetes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.local.Checkout;
import org.redress.local.testing.KnownSettings;
import org.redress.local.testing.KnownSettings.Setting;

/**
 * What a service can be told and has to be told, as docs/configuration.md has it from its code, and
 * as its property files and those of the platform's modules have it.
 */
final class ServiceSettings {

    private static final Map<String, ServiceSettings> READ = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> METRICS = new ConcurrentHashMap<>();
    private static final QuarkusSettings QUARKUS = QuarkusSettings.read();
    private static final List<String> MODULES = List.of("due", "messaging", "vault", "web");

    /** Read by the JVM itself. */
    private static final Set<String> OF_THE_JVM = Set.of("JDK_JAVA_OPTIONS");

    /** A variable in a value: its name, and its default if it has one. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)(:[^}]*)?}");

    /** A literal that may be the name of a metric. */
    private static final Pattern METRIC = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");

    /** An address that is right on a laptop only. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1");

    /** The management port is reached by port-forward, and so as localhost everywhere. */
    private static final Set<String> RIGHT_AS_LOCALHOST =
            Set.of("web.management-url", "quarkus.http.cors.origins");

    private static final Map<String, String> KINDS_OF_HEALTH =
            Map.of(
                    "startupProbe", "started",
                    "livenessProbe", "live",
                    "readinessProbe", "ready");

    /** What the files say, without profiles; the service's own last. */
    private final Map<String, String> properties = new TreeMap<>();

    private final Collection<Setting> known;

    private ServiceSettings(String service) {
        Path root = Checkout.root();
        Path sources = root.resolve(service + "-service/src/main");
        for (String module : MODULES) {
            read(
                    root.resolve("platform/%s/src/main/resources".formatted(module))
                            .resolve("META-INF/microprofile-config.properties"));
        }
        read(sources.resolve("resources/application.properties"));
        known = KnownSettings.of(service);
    }

    static ServiceSettings of(String service) {
        return READ.computeIfAbsent(service, ServiceSettings::new);
    }

    /** The names, as Prometheus has them, of what the service and the platform's modules count. */
    static Set<String> metrics(String service) {
        return METRICS.computeIfAbsent(service, ServiceSettings::counted);
    }

    private static Set<String> counted(String service) {
        return Stream.concat(
                        MODULES.stream().map("platform/%s"::formatted),
                        Stream.of(service + "-service"))
                .map(module -> Checkout.root().resolve(module + "/src/main/java"))
                .flatMap(sources -> Disk.below(sources, ".java").stream())
                .flatMap(file -> METRIC.matcher(Disk.text(file)).results())
                .map(name -> name.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    /** Whether the service's readiness, as it is built, hangs on the broker or the issuer too. */
    boolean isReadyOnlyWithOthers() {
        return Stream.of("quarkus.kafka.health.enabled", "quarkus.oidc.health.enabled")
                .anyMatch(asked -> Boolean.parseBoolean(properties.get(asked)));
    }

    private void read(Path file) {
        Disk.properties(file)
                .forEach((name, value) -> {
                    if (!name.toString().startsWith("%")) {
                        properties.put(name.toString(), value.toString());
                    }
                });
    }

    /** The variable by which the environment says what a property is. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    boolean knows(String variable) {
        Set<String> names = new HashSet<>(OF_THE_JVM);
        properties.forEach((property, value) -> {
            names.add(variable(property));
            VARIABLE.matcher(value).results().forEach(used -> names.add(variable(used.group(1))));
        });
        return names.contains(variable)
                || QUARKUS.atRunTime().contains(variable)
                || known.stream().anyMatch(setting -> setting.isSetBy(variable));
    }

    /** Whether the build has decided it, so that nobody asks the environment any more. */
    boolean isFixed(String variable) {
        return QUARKUS.fixedByTheBuild().contains(variable);
    }

    /**
     * What has to be told in a cluster: without a value of its own, or with one that is a laptop's.
     * Each is told if one of its names is.
     */
    Set<Set<String>> required() {
        Set<Set<String>> required = new HashSet<>();
        for (Setting setting : known) {
            if (setting.isRequired() || LOOPBACK.matcher(setting.byDefault()).find()) {
                required.add(new TreeSet<>(setting.variables()));
            }
        }
        properties.forEach((name, value) -> {
            if (LOOPBACK.matcher(value).find() || name.endsWith("password")) {
                required.add(names(name, value));
            }
        });
        required.removeIf(names ->
                RIGHT_AS_LOCALHOST.stream()
                        .map(ServiceSettings::variable)
                        .anyMatch(names::contains));
        return required;
    }

    private static Set<String> names(String property, String value) {
        Set<String> names = new TreeSet<>(Set.of(variable(property)));
        VARIABLE.matcher(value)
                .results()
                .map(used -> used.group(1))
                .filter(used -> used.equals(used.toUpperCase(Locale.ROOT)))
                .forEach(names::add);
        return names;
    }

    /** A duration of the property files that is written in seconds. */
    long seconds(String property) {
        return Long.parseLong(properties.get(property).replaceFirst("S$", ""));
    }

    /** Where the service answers to a probe of this name. */
    String healthPath(String probe) {
        return "/%s/%s/%s"
                .formatted(
                        properties.getOrDefault("quarkus.http.non-application-root-path", "q"),
                        properties.getOrDefault("quarkus.smallrye-health.root-path", "health"),
                        KINDS_OF_HEALTH.get(probe));
    }
}
