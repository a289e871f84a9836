package org.redress.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole platform as processes on loopback: PostgreSQL, Kafka, Keycloak, a mail server and the
 * five services. It is the same thing for {@code ./redress up} and for a test that needs it all.
 *
 * <p>What it started goes on running when this object or its JVM is gone, until {@link #close}, of
 * this object or of another one on the same data directory.
 */
public final class Platform implements AutoCloseable {

    private final Settings settings;
    private final Supervisor supervisor;
    private final DatabaseComponent database;
    private final BrokerComponent broker;
    private final KeycloakComponent keycloak;
    private final MailComponent mail;
    private final Logins logins;
    private final Map<Service, ServiceComponent> services = new EnumMap<>(Service.class);

    /**
     * Where a platform lives and how its services are configured.
     *
     * @param folder data, logs and secrets; created when missing
     * @param environment variables of single services that win over those of the platform, e.g.
     *     {@code REDRESS_ZONE}
     * @param recordsStartup whether the first run of a program writes the cache from which later
     *     runs start faster
     */
    public record Settings(
            Path folder,
            PlatformPorts ports,
            Map<Service, Map<String, String>> environment,
            boolean recordsStartup) {

        public Settings {
            if (!folder.isAbsolute()) {
                throw new IllegalArgumentException("Not an absolute path: " + folder);
            }
            environment = Map.copyOf(environment);
        }

        /**
         * The platform of {@code ./redress}: the documented ports, and the data in the checkout.
         */
        public static Settings ofCheckout() {
            return new Settings(
                    Checkout.root().resolve(".redress"), PlatformPorts.usual(), Map.of(), true);
        }

        /** A platform for tests beside any other: free ports, and the data in this folder. */
        public static Settings beside(Path folder) {
            return new Settings(folder.toAbsolutePath(), PlatformPorts.free(), Map.of(), false);
        }

        /** The file with the people and their duties. */
        Path organisation() {
            return Path.of(
                    environment
                            .getOrDefault(Service.ESCALATION, Map.of())
                            .getOrDefault(
                                    "REDRESS_ORGANISATION_FILE",
                                    Checkout.root()
                                            .resolve(
                                                    "escalation-service/src/main/resources/organisation.yaml")
                                            .toString()));
        }

        /** The same with environment variables for one service. */
        public Settings with(Service service, Map<String, String> variables) {
            Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
            all.putAll(environment);
            all.put(service, Map.copyOf(variables));
            return new Settings(folder, ports, all, recordsStartup);
        }
    }

    private Platform(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        PlatformPorts ports = settings.ports();
        Path data = settings.folder().resolve("data");
        Path logs = settings.folder().resolve("logs");
        Library library = Library.ofCheckout();
        Secrets secrets = Secrets.in(settings.folder());
        StartupCache caches =
                new StartupCache(Checkout.cache().resolve("startup"), settings.recordsStartup());
        supervisor =
                new Supervisor(
                        new ProcessFile(settings.folder().resolve("processes")), logs, progress);
        database =
                new DatabaseComponent(
                        new Postgres.Settings(
                                data.resolve("postgres"),
                                ports.postgres(),
                                logs.resolve("postgres.log"),
                                secrets.password("postgres")),
                        secrets);
        broker =
                new BrokerComponent(
                        new BrokerSettings(
                                data.resolve("kafka"),
                                ports.kafka(),
                                ports.kafkaController(),
                                secrets.kafkaPassword(KafkaLogin.ADMIN)),
                        library,
                        secrets,
                        caches);
        keycloak =
                new KeycloakComponent(
                        data.resolve("keycloak"),
                        ports.keycloak(),
                        settings.organisation(),
                        library,
                        secrets,
                        caches);
        logins = new Logins(URI.create(keycloak.realmUrl()));
        mail =
                new MailComponent(
                        data.resolve("mail"), ports.smtp(), ports.mailApi(), library, caches);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    new ServiceComponent(
                            service,
                            ports,
                            secrets,
                            caches,
                            settings.environment().getOrDefault(service, Map.of())));
        }
    }

    /**
     * The platform of these settings, running or not.
     *
     * @param progress hears what happens, one line each
     */
    public static Platform of(Settings settings, Consumer<String> progress) {
        Folders.createPrivate(settings.folder());
        return new Platform(settings, progress);
    }

    /**
     * Starts what does not run yet and returns when all of it is ready for use.
     *
     * @throws StartFailure with one sentence; then everything is stopped again
     */
    public void start() {
        start(EnumSet.allOf(Service.class));
    }

    /** Starts all but the services, for somebody who runs one of them from an editor. */
    public void startInfrastructure() {
        start(Set.of());
    }

    /** Starts one service again after {@link #kill} or {@link #stop}. */
    public void start(Service service) {
        supervisor.start(services.get(service));
    }

    /** Ends one service in good order. */
    public void stop(Service service) {
        supervisor.stop(services.get(service));
    }

    /** Ends one service as a crash would (SIGKILL). */
    public void kill(Service service) {
        supervisor.kill(services.get(service));
    }

    /** Crashes the database server of all services. */
    public void killDatabase() {
        supervisor.kill(database);
    }

    /** Starts the database server again; it recovers what was committed. */
    public void startDatabase() {
        supervisor.start(database);
    }

    /** Crashes the broker. */
    public void killBroker() {
        supervisor.kill(broker);
    }

    /** Starts the broker again. */
    public void startBroker() {
        supervisor.start(broker);
    }

    /** The address of a service, without a path. */
    public URI url(Service service) {
        return URI.create(services.get(service).address());
    }

    /** How to connect to the database that a service owns. */
    public record Database(String jdbcUrl, String user, String password) {

        @Override
        public String toString() {
            return "Database[" + jdbcUrl + "]";
        }
    }

    /** The database of a service, as that service connects to it. */
    public Database database(Service service) {
        return new Database(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(Ports.LOOPBACK, settings.ports().postgres(), service.id()),
                service.id(),
                Secrets.in(settings.folder()).password(service.id()));
    }

    /** The environment variables of a service, for one that is started from elsewhere. */
    public Map<String, String> environment(Service service) {
        return services.get(service).environment();
    }

    /**
     * How to connect to Kafka.
     *
     * @param user a service's id, {@link KafkaLogin#BI} or {@link KafkaLogin#ADMIN}
     */
    public KafkaLogin kafka(String user) {
        return new KafkaLogin(
                broker.address(), user, Secrets.in(settings.folder()).kafkaPassword(user));
    }

    /** The issuer of the tokens. */
    public URI issuer() {
        return URI.create(keycloak.realmUrl());
    }

    /** The logins of the realm's users. */
    public Logins logins() {
        return logins;
    }

    /** The mail that was received. */
    public Mailbox mailbox() {
        return new Mailbox(settings.ports().mailApi());
    }

    /** The folder with a log for each part, named as in {@link #status}. */
    public Path logs() {
        return settings.folder().resolve("logs");
    }

    /** How every part is, in the order in which they start. */
    public List<PartStatus> status() {
        return Stream.concat(backbone(), services.values().stream())
                .parallel()
                .map(component -> PartStatus.of(component, supervisor.find(component)))
                .toList();
    }

    /** Stops everything, services first; nothing is left behind. */
    @Override
    public void close() {
        supervisor.close();
        stopAll();
    }

    /** Stops everything and forgets all data; programs, caches and logs are kept. */
    public void empty() {
        stopAll();
        Folders.delete(settings.folder().resolve("data"));
    }

    private synchronized void stopAll() {
        Together.each(services.values(), supervisor::stop, () -> {});
        Together.each(List.of(keycloak, mail, broker), supervisor::stop, () -> {});
        supervisor.stop(database);
    }

    private void start(Set<Service> wanted) {
        try {
            List<ServiceComponent> applications = wanted.stream().map(services::get).toList();
            Preflight.check(
                    settings.folder(),
                    Stream.concat(backbone(), applications.stream())
                            .filter(component -> supervisor.find(component).isEmpty())
                            .toList());
            startTogether(backbone().toList());
            startTogether(applications);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startTogether(List<? extends Component> components) {
        Together.each(components, supervisor::start, supervisor::close);
    }

    private Stream<Component> backbone() {
        return Stream.of(database, broker, keycloak, mail);
    }
}
