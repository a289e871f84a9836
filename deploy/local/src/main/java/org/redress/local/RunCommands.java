package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the platform, stops it, and tells how it is. */
@Command
final class RunCommands {
    private static final int NOT_ALL_READY = 3;

    @Command(
            description = {
                "start everything that does not run yet, and return when it is ready",
                "(Ctrl-C while it starts stops it all)"
            })
    static int up(
            @Option(names = "--fresh", description = "forget all data first") boolean fresh,
            @Option(names = "--infra", description = "all but the five services") boolean infra,
            @Option(
                            names = "--replicas",
                            paramLabel = "<n>",
                            description =
                                    "so many of each service, 4 at most; else what runs stays")
                    @Nullable Integer replicas,
            @Option(names = "--attach", description = "stay, and stop everything at Ctrl-C")
                    boolean attach) {
        if (replicas != null && (infra || replicas < 1 || replicas > Parts.MOST)) {
            throw new Failure(
                    "--replicas is from 1 to %d, and not with --infra.".formatted(Parts.MOST));
        }
        Progress progress = new Progress(System.out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform platform = Platform.of(settings, progress);
        AtomicBoolean mustStop = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            if (mustStop.get()) {
                                progress.accept("stopping everything");
                                platform.close();
                            }
                        }));
        try (Turn _ = Turn.take(settings.folder())) {
            if (fresh) {
                progress.accept("forgetting all data");
                platform.empty();
            }
            mustStop.set(true);
            if (infra) {
                platform.startInfrastructure();
            } else if (replicas != null) {
                platform.start(replicas);
            } else {
                platform.start();
            }
            if (!attach) {
                platform.leaveKeeper();
            }
        } finally {
            mustStop.set(false);
        }
        System.out.printf(Locale.ROOT, "%nReady after %.1f s.%n%n", progress.seconds());
        System.out.println(guide(settings.folder(), infra));
        if (attach) {
            // Until Ctrl-C, whose hook stops everything, or until somebody else has stopped it.
            mustStop.set(true);
            System.out.println("Ctrl-C stops everything. What dies is started again.");
            Keeper.keep(platform, settings.folder());
            mustStop.set(false);
        }
        return 0;
    }

    /** What somebody needs who has just started it: addresses, users, what to type next. */
    static String guide(Path folder, boolean infrastructureOnly) {
        String next =
                infrastructureOnly
                        ? "eval \"$(./redress env intake)\"; mvn -f intake-service/pom.xml quarkus:dev"
                        : "./redress demo plays cases through it; ./redress status; ./redress down";
        return Folders.template(
                        "guide.txt",
                        Map.of(
                                "secrets",
                                folder.resolve("secrets.properties"),
                                "demo-password",
                                Realm.DEMO_PASSWORD,
                                "next",
                                next))
                .lines()
                .filter(line -> !infrastructureOnly || !line.contains("/q/swagger-ui"))
                .collect(Collectors.joining("\n"));
    }

    @Command(description = "stop everything; the data is kept")
    static int down() {
        Progress progress = new Progress(System.out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform running = Platform.of(settings, progress);
        running.dismissKeeper();
        try (Turn _ = Turn.take(settings.folder());
                Platform platform = running) {
            if (platform.processes().isEmpty()) {
                System.out.println("Nothing runs.");
                return 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Everything is stopped after %.1f s; the data is kept in %s.%n",
                progress.seconds(),
                settings.folder());
        return 0;
    }

    @Command(description = "start one part that does not run; its name is that in status")
    static void start(@Parameters(paramLabel = "<part>") String part) {
        change(platform -> platform.start(part));
    }

    @Command(description = "stop one part in good order")
    static void stop(@Parameters(paramLabel = "<part>") String part) {
        change(platform -> platform.stop(part));
    }

    @Command(description = "end one part as a crash would; it stays down until start or up")
    static void kill(@Parameters(paramLabel = "<part>") String part) {
        change(platform -> platform.kill(part));
    }

    @Command(description = "copy all databases while they are used, and keep their log from now on")
    static void backup() {
        change(Platform::backUp);
    }

    @Command(
            description = {
                "bring all databases back from the backup and the log kept since, whatever has",
                "become of them; the services read their topics again"
            })
    static void restore() {
        change(Platform::restore);
    }

    @Command(
            description = {
                "move the clocks of all services, so that what is due comes at once; there is no",
                "way back but up --fresh"
            })
    static void ahead(
            @Parameters(paramLabel = "<time>", description = "further by this: PT4H, P1D")
                    Duration further) {
        if (!further.isPositive()) {
            throw new Failure("Time only goes on: PT4H is four hours, P1D a day.");
        }
        Platform platform = Platform.ofCheckout();
        platform.requireReady();
        Duration ahead = platform.moveAhead(further);
        System.out.printf(
                "For the services it is %s now.%n",
                Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS));
    }

    private static void change(Consumer<Platform> how) {
        Progress progress = new Progress(System.out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        try (Turn _ = Turn.take(settings.folder())) {
            how.accept(Platform.of(settings, progress));
        }
        System.out.printf(Locale.ROOT, "Done after %.1f s.%n", progress.seconds());
    }

    @Command(
            description =
                    "each process with its memory, address and health; exit status 3 if not all is ready")
    static int status() {
        Platform platform = Platform.ofCheckout();
        List<PartStatus> parts = platform.status();
        Table table = new Table("", "pid", "memory", "health", "restarts", "address");
        for (PartStatus part : parts) {
            table.row(
                    part.name(),
                    part.pid().map(Object::toString).orElse("-"),
                    part.memory().isPresent() ? part.memory().getAsLong() + " MB" : "-",
                    part.health().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                    part.restarts(),
                    part.address());
        }
        table.lines().forEach(System.out::println);
        System.out.printf(
                "%nLogs are in %s; what died and was started again, in keeper.log there.%n",
                platform.logs());
        return parts.stream().allMatch(PartStatus::isReady) ? 0 : NOT_ALL_READY;
    }
}
