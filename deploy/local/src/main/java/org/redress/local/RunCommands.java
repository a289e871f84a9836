package org.redress.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Starts the platform, stops it, and tells how it is. */
final class RunCommands {
    private static final int INTERRUPTED = 130;
    private static final int NOT_ALL_READY = 3;
    private static final String ROW = "%-13s %8s %8s  %-10s %-9s %s%n";

    private final PrintStream out;
    private final AtomicBoolean mustStop = new AtomicBoolean();
    private final AtomicBoolean isStopping = new AtomicBoolean();

    RunCommands(PrintStream out) {
        this.out = out;
    }

    int up(List<String> arguments) {
        boolean infrastructureOnly = arguments.contains("--infra");
        boolean stays = arguments.contains("--attach");
        Progress progress = new Progress(out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform platform = Platform.of(settings, progress);
        stopAtCtrlC(platform, progress);
        try (Turn _ = Turn.take(settings.folder())) {
            if (arguments.contains("--fresh")) {
                progress.accept("forgetting all data");
                platform.empty();
            }
            mustStop.set(true);
            if (infrastructureOnly) {
                platform.startInfrastructure();
            } else {
                platform.start();
            }
            if (!stays) {
                platform.leaveKeeper();
            }
        } catch (Failure e) {
            if (isStopping.get()) {
                return INTERRUPTED;
            }
            throw e;
        } finally {
            mustStop.set(false);
        }
        out.printf(Locale.ROOT, "%nReady after %.1f s.%n%n", progress.seconds());
        out.println(guide(settings.folder(), infrastructureOnly));
        if (stays) {
            // Until Ctrl-C, whose hook stops everything, or until somebody else has stopped it.
            mustStop.set(true);
            out.println("Ctrl-C stops everything. What dies is started again.");
            Keeper.keep(platform, settings.folder());
            mustStop.set(false);
        }
        return 0;
    }

    private void stopAtCtrlC(Platform platform, Progress progress) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            if (mustStop.get()) {
                                isStopping.set(true);
                                progress.accept("stopping everything");
                                platform.close();
                            }
                        }));
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

    int down() {
        Progress progress = new Progress(out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform running = Platform.of(settings, progress);
        running.dismissKeeper();
        try (Turn _ = Turn.take(settings.folder());
                Platform platform = running) {
            if (platform.status().stream().allMatch(part -> part.pid().isEmpty())) {
                out.println("Nothing runs.");
                return 0;
            }
        }
        out.printf(
                Locale.ROOT,
                "Everything is stopped after %.1f s; the data is kept in %s.%n",
                progress.seconds(),
                settings.folder());
        return 0;
    }

    /** Exit status 0 when all of it is ready, 3 otherwise, as of {@code systemctl status}. */
    int status() {
        Platform platform = Platform.ofCheckout();
        List<PartStatus> parts = platform.status();
        out.printf(ROW, "", "pid", "memory", "health", "restarts", "address");
        parts.forEach(part -> out.printf(ROW, row(part)));
        if (parts.stream().allMatch(part -> part.pid().isEmpty())) {
            out.printf("%nNothing runs. Start it with ./redress up%n");
        } else {
            for (PartStatus part : parts) {
                if (part.restarts() > 0) {
                    out.printf(
                            "%n%s died and was started again, %d times since ./redress up:"
                                    + " see %s%n",
                            part.name(), part.restarts(), platform.logs().resolve("keeper.log"));
                }
            }
            out.printf("%nLogs are in %s%n", platform.logs());
        }
        return parts.stream().allMatch(part -> part.health() == PartStatus.Health.READY)
                ? 0
                : NOT_ALL_READY;
    }

    private static Object[] row(PartStatus part) {
        return new Object[] {
            part.name(),
            part.pid().map(Object::toString).orElse("-"),
            part.memory().isPresent() ? part.memory().getAsLong() + " MB" : "-",
            switch (part.health()) {
                case READY -> "ready";
                case NOT_READY -> "NOT READY";
                case DOWN -> "down";
            },
            part.restarts() == 0 ? "-" : Integer.toString(part.restarts()),
            part.address()
        };
    }
}
