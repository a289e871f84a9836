package org.redress.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keycloak with the realm {@code redress}, in which every person of the organisation can log in.
 * The installation is shared by all platforms of a checkout; each has a home of its own, which
 * links to the installation and holds the data.
 */
record KeycloakComponent(
        Path home, PlatformPorts platform, Path organisation, Library library, Secrets secrets)
        implements Component {

    /** The password of every demo user; they exist on this machine only. */
    static final String DEMO_PASSWORD = "redress";

    private static final String REALM = "redress-realm.json";

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Integer> ports() {
        return List.of(platform.keycloak());
    }

    @Override
    public String address() {
        return "http://" + Ports.LOOPBACK + ":" + platform.keycloak();
    }

    String realmUrl() {
        return address() + "/realms/redress";
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {
        installation().makeReady(log, progress);
        if (!Files.exists(home)) {
            progress.accept(
                    "keycloak: its first start creates a database and imports the realm (once,"
                            + " about 30 s)");
        }
        installation().linkInto(home);
        Folders.writePrivate(
                Folders.createPrivate(home.resolve("data/import")).resolve(REALM), realm());
    }

    @Override
    public List<String> command() {
        KeycloakInstallation installation = installation();
        return JavaProgram.quick(512)
                .with(installation.options(home))
                .command(
                        KeycloakInstallation.MAIN,
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=" + Ports.LOOPBACK,
                        "--http-port=" + platform.keycloak(),
                        "--hostname=" + address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.password("keycloak-admin"));
    }

    @Override
    public boolean isReady() {
        return Http.isOk(realmUrl());
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(5);
    }

    /** A browser shows Keycloak's answer to the page that asked only where the realm names it. */
    private String swaggerUiOrigins() {
        return platform.managements().values().stream()
                .flatMap(port ->
                        Stream.of(Ports.LOOPBACK, "localhost")
                                .map(host -> "\"http://%s:%d\"".formatted(host, port)))
                .collect(Collectors.joining(", "));
    }

    private KeycloakInstallation installation() {
        return KeycloakInstallation.of(library.keycloak());
    }

    String realm() {
        try (InputStream template = KeycloakComponent.class.getResourceAsStream(REALM)) {
            String realm = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            for (Service service : Service.values()) {
                realm =
                        realm.replace(
                                "${" + service.id() + "-client-secret}",
                                secrets.password(service.id() + "-client"));
            }
            realm = realm.replace("\"${swagger-ui-origins}\"", swaggerUiOrigins());
            return DemoPeople.of(organisation).in(realm.replace("${demo-password}", DEMO_PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
