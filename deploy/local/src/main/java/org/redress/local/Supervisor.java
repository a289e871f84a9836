package org.redress.local;

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

    private final PropertyFile processes;
    private final Path logs;
    private final Consumer<String> progress;
    private final Duration stopLimit;
    private boolean closing;

    Supervisor(PropertyFile processes, Path logs, Consumer<String> progress) {
        this(processes, logs, progress, STOP_LIMIT);
    }

    /** With the time after which whoever does not stop by itself is killed. */
    Supervisor(PropertyFile processes, Path logs, Consumer<String> progress, Duration stopLimit) {
        this.processes = processes;
        this.logs = logs;
        this.progress = progress;
        this.stopLimit = stopLimit;
    }

    Path log(Part part) {
        return logs.resolve(part.name() + ".log");
    }

    Optional<RunningProcess> find(Part part) {
        return Optional.ofNullable(processes.get(part.name()))
                .map(RunningProcess::parse)
                .filter(process -> process.handle().isPresent());
    }

    /** Whether it was started and nobody stopped it. */
    boolean isRemembered(Part part) {
        return processes.get(part.name()) != null;
    }

    /** Whether it was started, nobody stopped it, and yet it does not run. */
    boolean isMissing(Part part) {
        return isRemembered(part) && find(part).isEmpty();
    }

    /**
     * Starts the part, unless it runs, and returns when it is ready for use.
     *
     * @throws Failure when it ends or takes too long
     */
    void start(Part part) {
        if (find(part).isPresent()) {
            return;
        }
        long begun = System.nanoTime();
        Path log = log(part);
        rotate(log);
        part.preparation().prepare(log, progress);
        Process process = launch(part, log);
        if (!awaitReady(part, process)) {
            throw new Failure(
                    "%s was not ready within %d s."
                            .formatted(part.name(), part.startLimit().toSeconds()),
                    log);
        }
        if (isClosing()) {
            throw new Failure("The start of " + part.name() + " was broken off.");
        }
        if (!process.isAlive()) {
            throw new Failure(
                    "%s ended while it started (exit code %d)."
                            .formatted(part.name(), process.exitValue()),
                    log);
        }
        part.furnishing().run();
        progress.accept(
                "%s: ready after %s%s"
                        .formatted(
                                part.name(),
                                since(begun),
                                part.address().isEmpty() ? "" : " at " + part.address()));
    }

    /** From now on nothing is started any more, and what is starting gives up. */
    synchronized void close() {
        closing = true;
    }

    /** Ends the part in good order, or after a while by force. */
    void stop(Part part) {
        Optional<RunningProcess> running = find(part);
        if (running.isPresent()) {
            long begun = System.nanoTime();
            running.get().handle().ifPresent(process -> part.goodbye().say(process, log(part)));
            if (!Patience.sees(stopLimit, () -> running.get().handle().isEmpty())) {
                progress.accept(part.name() + ": did not stop by itself and was killed");
                kill(part);
            }
            progress.accept(part.name() + ": stopped after " + since(begun));
        }
        processes.remove(part.name());
    }

    /** Ends the part as a crash would, and the processes that it started with it. */
    void kill(Part part) {
        find(part).flatMap(RunningProcess::handle).ifPresent(Supervisor::killFamily);
        processes.remove(part.name());
    }

    private static void killFamily(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        Patience.sees(STOP_LIMIT, () -> family.stream().noneMatch(RunningProcess::runs));
    }

    /** Until it is ready, or there is no hope; false when it took too long. */
    private boolean awaitReady(Part part, Process process) {
        BooleanSupplier isSettled = () -> isClosing() || !process.isAlive() || part.isReady();
        Duration rest = part.startLimit();
        for (; rest.compareTo(NEWS) > 0; rest = rest.minus(NEWS)) {
            if (Patience.sees(NEWS, isSettled)) {
                return true;
            }
            progress.accept(part.name() + ": still starting, see " + log(part));
        }
        return Patience.sees(rest, isSettled);
    }

    private synchronized Process launch(Part part, Path log) {
        if (closing) {
            throw new Failure("The start of " + part.name() + " was broken off.");
        }
        Part.Launch launch = part.launch().get();
        progress.accept(part.name() + ": starting");
        Process process = Programs.startApart(launch.command(), launch.environment(), log);
        // Before anything is waited for: whatever becomes of us, ./redress down finds it.
        processes.put(part.name(), RunningProcess.of(process).toString());
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
        Path before = log.resolveSibling(log.getFileName() + ".1");
        if (Files.exists(log)) {
            Unchecked.run(() -> Files.move(log, before, StandardCopyOption.REPLACE_EXISTING));
        }
    }
}
