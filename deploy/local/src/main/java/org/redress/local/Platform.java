package org.redress.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
    private final Parts parts;
    private final Secrets secrets;
    private final Supervisor supervisor;
    private final Restarts restarts;
    private final Logins logins;
    private final Consumer<String> progress;

    /**
     * Where a platform lives and how its services are configured.
     *
     * @param folder data, logs and secrets; created when missing
     * @param environment variables of single services that win over those of the platform, e.g.
     *     {@code REDRESS_ZONE}
     */
    public record Settings(
            Path folder,
            PlatformPorts ports,
            Map<Service, Map<String, String>> environment,
            Stay stay) {

        public Settings {
            if (!folder.isAbsolute()) {
                throw new IllegalArgumentException("Not an absolute path: " + folder);
            }
            environment = Map.copyOf(environment);
        }

        /** That of {@code ./redress}: the documented ports, and the data in the checkout. */
        public static Settings ofCheckout() {
            return new Settings(
                    Checkout.root().resolve(".redress"),
                    PlatformPorts.usual(),
                    Map.of(),
                    Stay.LONG);
        }

        /** A platform for tests beside any other: free ports, and the data in this folder. */
        public static Settings beside(Path folder) {
            return new Settings(
                    folder.toAbsolutePath(), PlatformPorts.free(), Map.of(), Stay.BRIEF);
        }

        public Settings with(Service service, Map<String, String> variables) {
            Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
            all.putAll(environment);
            all.put(service, Map.copyOf(variables));
            return new Settings(folder, ports, all, stay);
        }
    }

    private Platform(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        parts = Parts.of(settings);
        secrets = Secrets.in(settings.folder());
        supervisor =
                new Supervisor(
                        new ProcessFile(settings.folder().resolve("processes")), logs(), progress);
        restarts = new Restarts(settings.folder().resolve("restarts"));
        logins = new Logins(settings.ports().issuer());
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

    /** The platform of {@code ./redress}, running or not, for somebody who only looks at it. */
    public static Platform ofCheckout() {
        return of(Settings.ofCheckout(), _ -> {});
    }

    /**
     * Starts what does not run yet and returns when all of it is ready for use.
     *
     * @throws Failure with one sentence; then everything is stopped again
     */
    public void start() {
        start(EnumSet.allOf(Service.class));
    }

    /** Starts all but the services, for somebody who runs one of them from an editor. */
    public void startInfrastructure() {
        start(Set.of());
    }

    private void start(Set<Service> wanted) {
        List<Part> backbone = parts.backbone().toList();
        List<Part> services = wanted.stream().map(parts.services()::get).toList();
        try {
            Preflight.check(
                    settings.folder(),
                    Stream.concat(backbone.stream(), services.stream())
                            .filter(part -> supervisor.find(part).isEmpty())
                            .toList());
            Together.each(backbone, supervisor::start, supervisor::close);
            Together.each(services, supervisor::start, supervisor::close);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public void start(Service service) {
        supervisor.start(parts.services().get(service));
    }

    public void stop(Service service) {
        supervisor.stop(parts.services().get(service));
    }

    /** Ends one service as a crash would (SIGKILL). */
    public void kill(Service service) {
        supervisor.kill(parts.services().get(service));
    }

    public void killDatabase() {
        supervisor.kill(parts.database());
    }

    public void startDatabase() {
        supervisor.start(parts.database());
    }

    public void killBroker() {
        supervisor.kill(parts.broker());
    }

    public void startBroker() {
        supervisor.start(parts.broker());
    }

    /** Stops the mail server: whoever mails is refused the connection. */
    public void stopMail() {
        supervisor.stop(parts.mail());
    }

    public void startMail() {
        supervisor.start(parts.mail());
    }

    /** The address of a service, without a path. */
    public URI url(Service service) {
        return URI.create(Ports.http(settings.ports().of(service)));
    }

    /** Where a service shows its health, metrics and OpenAPI, without a path. */
    public URI management(Service service) {
        return URI.create(Ports.http(settings.ports().managementOf(service)));
    }

    /** How to connect to a database, as the role that owns it. */
    public record Database(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + jdbcUrl + "]";
        }
    }

    /** The database of a service, as that service connects to it. */
    public Database database(Service service) {
        return database(service.id());
    }

    /** The server of all databases, as the role that may look into each. */
    public Database server() {
        return database(parts.database().name());
    }

    public Database keysDatabase(Service service) {
        return database(service.keys());
    }

    private Database database(String name) {
        return new Database(
                settings.ports().databases() + "/" + name, name, secrets.password(name));
    }

    /** The environment variables of a service, for one that is started from elsewhere. */
    public Map<String, String> environment(Service service) {
        return parts.services().get(service).launch().get().environment();
    }

    /**
     * How to connect to Kafka.
     *
     * @param user a service's id, {@link KafkaLogin#BI} or {@link KafkaLogin#ADMIN}
     */
    public KafkaLogin kafka(String user) {
        return new KafkaLogin(parts.broker().address(), user, secrets.kafkaPassword(user));
    }

    public URI issuer() {
        return URI.create(settings.ports().issuer());
    }

    public Logins logins() {
        return logins;
    }

    /** A user of the realm at the services' doors, e.g. {@code wang.fang}. */
    public Person person(String id) {
        return new Person(this::url, logins.of(id));
    }

    public Mailbox mailbox() {
        return new Mailbox(settings.ports().mailApi());
    }

    /** Leaves a process behind that starts again what dies, until {@link #close}. */
    void leaveKeeper() {
        supervisor.start(parts.keeper());
    }

    /** From now on what dies stays dead. */
    void dismissKeeper() {
        supervisor.stop(parts.keeper());
    }

    /** Starts again what dies, each time it is told to look. */
    Keeper keeper() {
        return new Keeper(
                supervisor, parts.all().toList(), restarts, progress, InstantSource.system());
    }

    /** Whether anything was started that nobody has stopped, alive or not. */
    boolean isRemembered() {
        return parts.all().anyMatch(supervisor::isRemembered);
    }

    /** The folder with a log for each part, named as in {@link #status}. */
    public Path logs() {
        return settings.folder().resolve("logs");
    }

    /** How every part is, in the order in which they start. */
    public List<PartStatus> status() {
        return parts.all()
                .parallel()
                .map(part -> PartStatus.of(part, supervisor.find(part), restarts.of(part.name())))
                .toList();
    }

    /** The process of every part that runs, by the part's name; nobody is asked how it is. */
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        parts.all()
                .forEach(part ->
                        supervisor
                                .find(part)
                                .ifPresent(found -> processes.put(part.name(), found.pid())));
        return processes;
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
        supervisor.stop(parts.keeper());
        Together.each(parts.services().values(), supervisor::stop, () -> {});
        Together.each(
                List.of(parts.keycloak(), parts.mail(), parts.broker()),
                supervisor::stop,
                () -> {});
        supervisor.stop(parts.database());
        restarts.forget();
    }
}
