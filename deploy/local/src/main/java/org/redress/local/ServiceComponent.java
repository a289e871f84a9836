package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One of the five services, configured by the environment as in any other place.
 *
 * @param platform the ports of the whole platform
 * @param overrides environment variables that win over ours
 */
record ServiceComponent(
        Service service,
        PlatformPorts platform,
        Secrets secrets,
        Stay stay,
        Map<String, String> overrides)
        implements Component {

    /** Who gets all mail of cases of mode TEST. */
    private static final String TEST_RECIPIENT = "test@redress.example";

    private static final String HTTP = "http://" + Ports.LOOPBACK + ":";

    @Override
    public String name() {
        return service.id();
    }

    @Override
    public List<Integer> ports() {
        return List.of(platform.of(service), platform.managementOf(service));
    }

    @Override
    public String address() {
        return HTTP + platform.of(service);
    }

    /** Health, metrics, OpenAPI and Swagger UI, which the public port does not show. */
    String management() {
        return HTTP + platform.managementOf(service);
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {
        if (!Files.exists(jar())) {
            throw new StartFailure(
                    "The service %s is not built, %s is missing: run ./redress up, which builds it."
                            .formatted(service.id(), jar()));
        }
    }

    @Override
    public List<String> command() {
        return JavaProgram.of(stay, heap()).command("-jar", jar().toString());
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ownSettings());
        environment.putAll(vault());
        environment.putAll(kafka());
        environment.putAll(Map.of("WEB_PUBLIC_URL", address(), "WEB_MANAGEMENT_URL", management()));
        environment.putAll(
                Map.of(
                        "QUARKUS_HTTP_HOST",
                        Ports.LOOPBACK,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(platform.of(service)),
                        "QUARKUS_MANAGEMENT_HOST",
                        Ports.LOOPBACK,
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(platform.managementOf(service)),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        jdbcUrl(name()),
                        "QUARKUS_DATASOURCE_USERNAME",
                        name(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        secrets.password(name()),
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        HTTP + platform.keycloak() + "/realms/redress",
                        "QUARKUS_MAILER_HOST",
                        Ports.LOOPBACK,
                        "QUARKUS_MAILER_PORT",
                        Integer.toString(platform.smtp())));
        environment.putAll(overrides);
        return environment;
    }

    @Override
    public boolean isReady() {
        return Http.isOk(management() + "/q/health/ready");
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    /** In MiB; triage holds the dictionary with which it reads Chinese. */
    private int heap() {
        return service == Service.TRIAGE ? 160 : 128;
    }

    private Map<String, String> ownSettings() {
        return switch (service) {
            case NOTIFICATION ->
                    Map.of(
                            "REDRESS_NOTIFICATION_LINK_KEY",
                            secrets.key("notification-links"),
                            "REDRESS_NOTIFICATION_PUBLIC_URL",
                            address(),
                            "REDRESS_NOTIFICATION_TEST_RECIPIENT",
                            TEST_RECIPIENT);
            case INTAKE, TRIAGE, ESCALATION, REPORTING -> Map.of();
        };
    }

    private Map<String, String> kafka() {
        KafkaLogin login =
                new KafkaLogin(
                        Ports.LOOPBACK + ":" + platform.kafka(),
                        name(),
                        secrets.kafkaPassword(name()));
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", login.bootstrap(),
                "KAFKA_PASSWORD", login.password(),
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", KafkaLogin.MECHANISM,
                "KAFKA_SASL_JAAS_CONFIG", login.jaas());
    }

    private Map<String, String> vault() {
        return Map.of(
                "KEYS_DB_URL",
                jdbcUrl(service.keys()),
                "KEYS_DB_USERNAME",
                service.keys(),
                "KEYS_DB_PASSWORD",
                secrets.password(service.keys()),
                "VAULT_MASTER_KEY",
                secrets.key(service.id() + "-vault"));
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(Ports.LOOPBACK, platform.postgres(), database);
    }

    /** Where the build puts a service. */
    static Path folder(Service service) {
        return Checkout.root().resolve(service.id() + "-service/target/quarkus-app");
    }

    private Path jar() {
        return folder(service).resolve("quarkus-run.jar");
    }
}
