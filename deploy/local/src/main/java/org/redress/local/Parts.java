package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.local.Part.Launch;

/**
 * The processes of a platform.
 *
 * @param backbone what the services stand on
 * @param services the first of each
 * @param further the second of each, then the third, and so on
 */
record Parts(List<Part> backbone, List<Part> services, List<Part> further, Part keeper) {

    /** As many of one service as a machine is asked to run. */
    static final int MOST = 4;

    /** Who gets all mail of cases of mode TEST. */
    private static final String TEST_RECIPIENT = "test@redress.example";

    static Parts of(Platform.Settings settings) {
        PlatformPorts ports = settings.ports();
        Path data = settings.folder().resolve("data");
        Secrets secrets = Secrets.in(settings.folder());
        BrokerSettings broker =
                new BrokerSettings(
                        data.resolve("kafka"),
                        ports.kafka(),
                        ports.kafkaController(),
                        secrets.kafkaPassword(KafkaLogin.ADMIN));
        return new Parts(
                List.of(
                        database(server(settings), secrets),
                        broker(broker, secrets, settings.stay()),
                        Keycloak.part(
                                data.resolve("keycloak"), ports, organisation(settings), secrets),
                        mail(data.resolve("mail"), ports.smtp())),
                instances(1, settings, secrets).toList(),
                IntStream.rangeClosed(2, MOST)
                        .boxed()
                        .flatMap(number -> instances(number, settings, secrets))
                        .toList(),
                keeping());
    }

    /** All but the keeper, in the order in which they start. */
    Stream<Part> all() {
        return Stream.of(backbone, services, further).flatMap(List::stream);
    }

    /** So many of each service. */
    List<Part> services(int ofEach) {
        return Stream.concat(
                        services.stream(),
                        further.stream().limit((long) (ofEach - 1) * services.size()))
                .toList();
    }

    Part named(String name) {
        return all().filter(part -> part.name().equals(name))
                .findAny()
                .orElseThrow(() -> new Failure("There is no part %s.".formatted(name)));
    }

    static Postgres.Settings server(Platform.Settings settings) {
        return new Postgres.Settings(
                settings.folder().resolve("data/postgres"),
                settings.ports().postgres(),
                settings.folder().resolve("logs/postgres.log"),
                Secrets.in(settings.folder()).password("postgres"));
    }

    /** PostgreSQL with two databases for each service: its data, and the keys to them. */
    static Part database(Postgres.Settings settings, Secrets secrets) {
        return new Part(
                "postgres",
                Ports.LOOPBACK + ":" + settings.port(),
                List.of(settings.port()),
                Duration.ofSeconds(60),
                (_, progress) -> {
                    if (!Files.exists(settings.data())) {
                        progress.accept(
                                "postgres: unpacking it and creating its data directory (once, 5 s)");
                    }
                    Postgres.initialize(settings);
                },
                () -> Launch.of(Postgres.command(settings)),
                () -> Postgres.answers(settings),
                () -> {
                    for (Service service : Service.values()) {
                        for (String name : List.of(service.id(), service.keys())) {
                            Postgres.ensureDatabase(settings, name, secrets.password(name));
                        }
                    }
                },
                // A plain SIGTERM would wait for every client to leave.
                (_, log) -> Postgres.stop(settings.data(), log));
    }

    /** Kafka with the topics, the users and the permissions of the contract. */
    private static Part broker(BrokerSettings settings, Secrets secrets, Stay stay) {
        return new Part(
                "kafka",
                settings.bootstrap(),
                List.of(settings.port(), settings.controllerPort()),
                Duration.ofSeconds(90),
                (_, _) -> KafkaBroker.format(settings),
                () ->
                        Launch.of(
                                JavaProgram.of(stay, 256)
                                        .with(
                                                "-Djava.util.logging.config.file="
                                                        + Checkout.built(
                                                                "classes/org/redress/local/broker-logging.properties"))
                                        .command(
                                                "-cp",
                                                Checkout.classPath(),
                                                "kafka.Kafka",
                                                settings.file().toString())),
                () -> Ports.answers(settings.port()),
                () ->
                        KafkaBroker.furnish(
                                settings.admin(), Contract.ofCheckout(), secrets::kafkaPassword),
                (process, _) -> process.destroy());
    }

    /** {@link MailProgram}: takes all mail, and sends none. */
    static Part mail(Path folder, int smtp) {
        return Part.of(
                "mail",
                "smtp://%s:%d".formatted(Ports.LOOPBACK, smtp),
                List.of(smtp),
                Duration.ofSeconds(60),
                () ->
                        Launch.of(
                                JavaProgram.quick(96)
                                        .command(
                                                "-cp",
                                                Checkout.classPath(),
                                                MailProgram.class.getName(),
                                                folder.toString(),
                                                Integer.toString(smtp))),
                () -> Ports.answers(smtp));
    }

    /** {@link Keeper}, which {@code ./redress up} leaves behind. */
    private static Part keeping() {
        return Part.of(
                "keeper",
                "",
                List.of(),
                Duration.ofSeconds(10),
                () ->
                        Launch.of(
                                JavaProgram.quick(48)
                                        .with("-Dredress.checkout=" + Checkout.root())
                                        .command(
                                                "-cp",
                                                Checkout.classPath(),
                                                Keeper.class.getName())),
                () -> true);
    }

    private static Stream<Part> instances(int number, Platform.Settings settings, Secrets secrets) {
        return Arrays.stream(Service.values())
                .map(service -> service(service, number, settings, secrets));
    }

    private static Part service(
            Service service, int number, Platform.Settings settings, Secrets secrets) {
        int port = settings.ports().of(service, number);
        int management = settings.ports().managementOf(service, number);
        Path jar = service.folder().resolve("quarkus-run.jar");
        // In MiB; triage holds the dictionary with which it reads Chinese.
        int heap = service == Service.TRIAGE ? 160 : 128;
        return new Part(
                service.instance(number),
                Ports.http(port),
                List.of(port, management),
                Duration.ofMinutes(5),
                (_, _) -> {
                    if (!Files.exists(jar)) {
                        throw new Failure(
                                "The service %s is not built, %s is missing: run ./redress up, which builds it."
                                        .formatted(service.id(), jar));
                    }
                },
                () ->
                        new Launch(
                                JavaProgram.of(settings.stay(), heap)
                                        .command("-jar", jar.toString()),
                                environment(service, number, settings, secrets)),
                () -> Http.isOk(Ports.http(management) + "/q/health/ready"),
                () -> {},
                (process, _) -> process.destroy());
    }

    private static Map<String, String> environment(
            Service service, int number, Platform.Settings settings, Secrets secrets) {
        PlatformPorts ports = settings.ports();
        int port = ports.of(service, number);
        int management = ports.managementOf(service, number);
        KafkaLogin kafka =
                new KafkaLogin(
                        Ports.LOOPBACK + ":" + ports.kafka(),
                        service.id(),
                        secrets.kafkaPassword(service.id()));
        Map<String, Object> values = new HashMap<>();
        values.put("service", service.id());
        values.put("port", port);
        values.put("management-port", management);
        values.put("web", Ports.http(port));
        values.put("management", Ports.http(management));
        values.put("issuer", ports.issuer());
        values.put("databases", ports.databases());
        values.put("password", secrets.password(service.id()));
        values.put("keys-password", secrets.password(service.keys()));
        values.put("vault-key", secrets.key(service.id() + "-vault"));
        values.put("kafka", kafka.bootstrap());
        values.put("kafka-password", kafka.password());
        values.put("jaas", kafka.jaas());
        values.put("smtp", ports.smtp());
        values.put("ahead", TimeAhead.file(settings.folder()));
        Map<String, String> environment = new HashMap<>();
        Folders.template("service.env", values)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> environment.put(pair[0], pair[1]));
        if (service == Service.NOTIFICATION) {
            environment.put("REDRESS_NOTIFICATION_LINK_KEY", secrets.key("notification-links"));
            // Whoever of them writes a mail: a link in it leads to the first.
            environment.put("REDRESS_NOTIFICATION_PUBLIC_URL", Ports.http(ports.of(service)));
            // Here a department's day is played in minutes, and each page is looked for by itself.
            environment.put("REDRESS_NOTIFICATION_BETWEEN_CALLS", "PT0S");
            environment.put("REDRESS_NOTIFICATION_TEST_RECIPIENT", TEST_RECIPIENT);
        }
        environment.putAll(settings.environment().getOrDefault(service, Map.of()));
        return environment;
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
}
