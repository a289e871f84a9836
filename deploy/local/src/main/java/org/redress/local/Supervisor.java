package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts and stops the processes of one platform, and leaves none behind. */
final class Supervisor {

    private static final Duration NEWS = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ProcessFile processes;
    private final Path logs;
    private final Consumer<String> progress;
    private final Duration stopLimit;
    private boolean closing;

    Supervisor(ProcessFile processes, Path logs, Consumer<String> progress) {
        this(processes, logs, progress, STOP_LIMIT);
    }

    /** With the time after which whoever does not stop by itself is killed. */
    Supervisor(ProcessFile processes, Path logs, Consumer<String> progress, Duration stopLimit) {
        this.processes = processes;
        this.logs = logs;
        this.progress = progress;
        this.stopLimit = stopLimit;
    }

    Path log(Component component) {
        return logs.resolve(component.name() + ".log");
    }

    Optional<RunningProcess> find(Component component) {
        return processes.find(component.name());
    }

    /** Whether it was started and nobody stopped it. */
    boolean isRemembered(Component component) {
        return processes.isRemembered(component.name());
    }

    /** Whether it was started, nobody stopped it, and yet it does not run. */
    boolean isMissing(Component component) {
        return isRemembered(component) && find(component).isEmpty();
    }

    /**
     * Starts the component, unless it runs, and returns when it is ready for use.
     *
     * @throws StartFailure when it ends or takes too long
     */
    void start(Component component) {
        if (find(component).isPresent()) {
            return;
        }
        long begun = System.nanoTime();
        Path log = log(component);
        rotate(log);
        component.prepare(log, progress);
        Process process = launch(component, log);
        if (!awaitReady(component, process)) {
            throw new StartFailure(
                    "%s was not ready within %d s."
                            .formatted(component.name(), component.startLimit().toSeconds()),
                    log);
        }
        if (isClosing()) {
            throw new StartFailure("The start of " + component.name() + " was broken off.");
        }
        if (!process.isAlive()) {
            throw new StartFailure(
                    "%s ended while it started (exit code %d)."
                            .formatted(component.name(), process.exitValue()),
                    log);
        }
        component.furnish();
        progress.accept(
                "%s: ready after %s%s"
                        .formatted(
                                component.name(),
                                since(begun),
                                component.address().isEmpty() ? "" : " at " + component.address()));
    }

    /** From now on nothing is started any more, and what is starting gives up. */
    synchronized void close() {
        closing = true;
    }

    /** Ends the component in good order, or after a while by force. */
    void stop(Component component) {
        Optional<RunningProcess> running = find(component);
        if (running.isPresent()) {
            long begun = System.nanoTime();
            running.get()
                    .handle()
                    .ifPresent(process -> component.askToStop(process, log(component)));
            if (!Patience.of(stopLimit).sees(() -> running.get().handle().isEmpty())) {
                progress.accept(component.name() + ": did not stop by itself and was killed");
                kill(component);
            }
            progress.accept(component.name() + ": stopped after " + since(begun));
        }
        processes.remove(component.name());
    }

    /** Ends the component as a crash would, and the processes that it started with it. */
    void kill(Component component) {
        find(component).flatMap(RunningProcess::handle).ifPresent(Supervisor::killFamily);
        processes.remove(component.name());
    }

    private static void killFamily(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        Patience.of(STOP_LIMIT).sees(() -> family.stream().noneMatch(RunningProcess::runs));
    }

    /** Until it is ready, or there is no hope; false when it took too long. */
    private boolean awaitReady(Component component, Process process) {
        Patience patience = Patience.of(component.startLimit());
        BooleanSupplier isSettled = () -> isClosing() || !process.isAlive() || component.isReady();
        while (!Patience.of(NEWS).sees(() -> isSettled.getAsBoolean() || patience.isOver())) {
            progress.accept(component.name() + ": still starting, see " + log(component));
        }
        return isSettled.getAsBoolean();
    }

    private synchronized Process launch(Component component, Path log) {
        if (closing) {
            throw new StartFailure("The start of " + component.name() + " was broken off.");
        }
        List<String> command = component.command();
        progress.accept(component.name() + ": starting");
        Process process = Programs.startApart(command, component.environment(), log);
        processes.put(component.name(), RunningProcess.of(process));
        return process;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private static String since(long begun) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }

    /** The log of the run before is kept: it may tell why that one ended. */
    private static void rotate(Path log) {
        if (Files.exists(log)) {
            try {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
