package org.redress.local;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The processes of a platform. */
record Parts(
        DatabaseComponent database,
        BrokerComponent broker,
        KeycloakComponent keycloak,
        MailComponent mail,
        KeeperComponent keeper,
        Map<Service, ServiceComponent> services) {

    static Parts of(Platform.Settings settings) {
        PlatformPorts ports = settings.ports();
        Path data = settings.folder().resolve("data");
        Library library = Library.ofCheckout();
        Secrets secrets = Secrets.in(settings.folder());
        return new Parts(
                new DatabaseComponent(
                        new Postgres.Settings(
                                data.resolve("postgres"),
                                ports.postgres(),
                                settings.folder().resolve("logs/postgres.log"),
                                secrets.password("postgres")),
                        secrets),
                new BrokerComponent(
                        new BrokerSettings(
                                data.resolve("kafka"),
                                ports.kafka(),
                                ports.kafkaController(),
                                secrets.kafkaPassword(KafkaLogin.ADMIN)),
                        library,
                        secrets,
                        settings.stay()),
                new KeycloakComponent(
                        data.resolve("keycloak"), ports, organisation(settings), library, secrets),
                new MailComponent(data.resolve("mail"), ports.smtp(), ports.mailApi(), library),
                new KeeperComponent(library),
                services(settings, secrets));
    }

    /** The file with the people and their duties. */
    private static Path organisation(Platform.Settings settings) {
        String told =
                settings.environment()
                        .getOrDefault(Service.ESCALATION, Map.of())
                        .get("REDRESS_ORGANISATION_FILE");
        return told == null
                ? Checkout.root().resolve("escalation-service/src/main/resources/organisation.yaml")
                : Path.of(told);
    }

    private static Map<Service, ServiceComponent> services(
            Platform.Settings settings, Secrets secrets) {
        Map<Service, ServiceComponent> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    new ServiceComponent(
                            service,
                            settings.ports(),
                            secrets,
                            settings.stay(),
                            settings.environment().getOrDefault(service, Map.of())));
        }
        return Collections.unmodifiableMap(services);
    }

    /** What the services stand on. */
    Stream<Component> backbone() {
        return Stream.of(database, broker, keycloak, mail);
    }

    /** All but the keeper, in the order in which they start. */
    Stream<Component> all() {
        return Stream.concat(backbone(), services.values().stream());
    }
}
