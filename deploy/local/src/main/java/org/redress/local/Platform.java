package org.redress.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final PropertyFile restarts;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
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

        /**
         * That of {@code ./redress}: the documented ports, and the data in the checkout, or in that
         * of another one, whose platform runs already: {@code REDRESS_FOLDER}.
         */
        public static Settings ofCheckout() {
            String told = System.getenv("REDRESS_FOLDER");
            return new Settings(
                    told == null ? Checkout.root().resolve(".redress") : Path.of(told),
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
                        new PropertyFile(settings.folder().resolve("processes")), logs(), progress);
        restarts = new PropertyFile(settings.folder().resolve("restarts"));
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
        start(parts.services());
    }

    /**
     * The same with so many of each service; further ones are stopped. A name is that of {@link
     * Service#instance}.
     *
     * @param ofEach at least 1
     */
    public void start(int ofEach) {
        List<Part> wanted = parts.services(ofEach);
        Together.each(
                parts.further().stream().filter(part -> !wanted.contains(part)).toList(),
                supervisor::stop,
                () -> {});
        start(wanted);
    }

    /** Starts all but the services, for somebody who runs one of them from an editor. */
    public void startInfrastructure() {
        start(List.of());
    }

    private void start(List<Part> services) {
        try {
            Preflight.check(
                    settings.folder(),
                    Stream.concat(parts.backbone().stream(), services.stream())
                            .filter(part -> supervisor.find(part).isEmpty())
                            .toList());
            var keycloak = parts.named("keycloak");
            var others = parts.backbone().stream().filter(part -> !part.equals(keycloak)).toList();
            // It takes longest, and the services start without it.
            Together.each(
                    List.<Runnable>of(
                            () -> supervisor.start(keycloak),
                            () -> {
                                Together.each(others, supervisor::start, supervisor::close);
                                Together.each(services, supervisor::start, supervisor::close);
                            }),
                    Runnable::run,
                    supervisor::close);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts one part.
     *
     * @param part as in {@link #status}: {@link Service#instance}, or postgres, kafka, keycloak,
     *     mail
     */
    public void start(String part) {
        supervisor.start(parts.named(part));
    }

    public void stop(String part) {
        supervisor.stop(parts.named(part));
    }

    /** Ends a part as a crash would (SIGKILL). */
    public void kill(String part) {
        supervisor.kill(parts.named(part));
    }

    /** Copies all databases while they are used, and keeps their log from now on. */
    public void backUp() {
        new Backup(Parts.server(settings)).take();
    }

    /** Keeps all that was committed so far, so that {@link #restore} brings it back. */
    public void keepLog() {
        new Backup(Parts.server(settings)).keepUpToNow();
    }

    /**
     * Brings all databases back as they were at the end of the log that was kept, whatever has
     * become of them; services that ran start again and read their topics from the beginning.
     *
     * @throws Failure when there is no backup
     */
    public void restore() {
        List<Part> running =
                parts.services(Parts.MOST).stream().filter(supervisor::isRemembered).toList();
        Part database = parts.named("postgres");
        Together.each(running, supervisor::stop, () -> {});
        supervisor.stop(database);
        new Backup(Parts.server(settings)).bringBack();
        supervisor.start(database);
        for (Service service : Service.values()) {
            Restoration.numbersGoOn(service, database(service.id()));
        }
        Restoration.readAgain(kafka(KafkaLogin.ADMIN));
        Together.each(running, supervisor::start, supervisor::close);
    }

    /**
     * Moves the clocks of all services, once more: what is due within this time comes at once.
     * Their data know no way back; {@link #empty} forgets it.
     *
     * @return by how much they run ahead now
     */
    public Duration moveAhead(Duration further) {
        return TimeAhead.move(settings.folder(), further);
    }

    /** The address of a service, without a path. */
    public URI url(Service service) {
        return url(service, 1);
    }

    /** The address of the first, second and so on of a service. */
    public URI url(Service service, int number) {
        return URI.create(Ports.http(settings.ports().of(service, number)));
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

    /**
     * A database as its owner connects to it.
     *
     * @param name of the database and the role: {@link Service#id}, {@link Service#keys}, or
     *     postgres, who may look into each
     */
    public Database database(String name) {
        return new Database(
                "jdbc:postgresql://%s/%s".formatted(parts.named("postgres").address(), name),
                name,
                secrets.password(name));
    }

    /** The environment variables of a service, for one that is started from elsewhere. */
    public Map<String, String> environment(Service service) {
        return parts.named(service.id()).launch().get().environment();
    }

    /**
     * How to connect to Kafka.
     *
     * @param user a service's id, {@link KafkaLogin#BI} or {@link KafkaLogin#ADMIN}
     */
    public KafkaLogin kafka(String user) {
        return new KafkaLogin(parts.named("kafka").address(), user, secrets.kafkaPassword(user));
    }

    public URI issuer() {
        return URI.create(settings.ports().issuer());
    }

    /**
     * An access token that is valid for two more minutes at least; the same one while it is.
     *
     * @param person the id of a demo user, e.g. {@code wang.fang}
     * @throws IllegalStateException when Keycloak refuses
     */
    public String token(String person) {
        return login(person).get();
    }

    private Token login(String person) {
        return tokens.computeIfAbsent(person, _ -> Token.of(person, settings.ports().issuer()));
    }

    /** A user of the realm at the services' doors, e.g. {@code wang.fang}. */
    public Person person(String id) {
        return new Person(this::url, login(id));
    }

    public Mailbox mailbox() {
        return new Mailbox(settings.folder().resolve("data/mail"));
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

    /**
     * For somebody who wants to use it.
     *
     * @throws Failure when not all of it is ready
     */
    public void requireReady() {
        for (PartStatus part : status()) {
            if (!part.isReady()) {
                throw new Failure(
                        part.pid().isEmpty()
                                ? "The platform is not running: there is no %s. Run ./redress up first."
                                        .formatted(part.name())
                                : part.name() + " is not ready; see ./redress status.");
            }
        }
    }

    /** How every part is, in the order in which they start; of further services those started. */
    public List<PartStatus> status() {
        return parts.all()
                .filter(part -> !parts.further().contains(part) || supervisor.isRemembered(part))
                .parallel()
                .map(part ->
                        PartStatus.of(part, supervisor.find(part), restarts.number(part.name())))
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
        Together.each(parts.services(Parts.MOST), supervisor::stop, () -> {});
        Part database = parts.named("postgres");
        Together.each(
                parts.backbone().stream().filter(part -> !part.equals(database)).toList(),
                supervisor::stop,
                () -> {});
        supervisor.stop(database);
        Folders.delete(settings.folder().resolve("restarts"));
    }
}
