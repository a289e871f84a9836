package org.redress.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** {@code ./redress up}: starts the platform and says where everything is. */
final class UpCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("--fresh", "--infra", "--attach");

    private static final int INTERRUPTED = 130;
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final PrintStream out;
    private final AtomicBoolean mustStop = new AtomicBoolean();
    private final AtomicBoolean isStopping = new AtomicBoolean();

    UpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String help() {
        return """
          up                    start everything that does not run yet, and return when it is ready;
                                Ctrl-C while it starts stops it all
             --fresh            forget all data first
             --infra            all but the five services
             --attach           stay, and stop everything at Ctrl-C\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Redress.WrongUse.refuse(this, arguments.stream().filter(word -> !OPTIONS.contains(word)));
        boolean infrastructureOnly = arguments.contains("--infra");
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
            start(platform, infrastructureOnly);
            if (!arguments.contains("--attach")) {
                platform.leaveKeeper();
            }
        } catch (StartFailure e) {
            if (isStopping.get()) {
                return INTERRUPTED;
            }
            throw e;
        } finally {
            mustStop.set(false);
        }
        out.printf(Locale.ROOT, "%nReady after %.1f s.%n%n", progress.seconds());
        new Guide(settings, out).print(infrastructureOnly);
        return arguments.contains("--attach") ? stay(platform, settings) : 0;
    }

    private static void start(Platform platform, boolean infrastructureOnly) {
        if (infrastructureOnly) {
            platform.startInfrastructure();
        } else {
            platform.start();
        }
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

    /** Until Ctrl-C, whose hook stops everything, or until somebody else has stopped it. */
    private int stay(Platform platform, Platform.Settings settings) {
        mustStop.set(true);
        out.println("Ctrl-C stops everything. What dies is started again.");
        Keeper keeper = platform.keeper();
        while (platform.isRemembered()) {
            KeeperProgram.look(settings, keeper);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        mustStop.set(false);
        return 0;
    }
}
