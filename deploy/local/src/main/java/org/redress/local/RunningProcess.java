package org.redress.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process that we started, remembered so that it is found again from another shell and never
 * mistaken for one that was given the same number later.
 *
 * @param startedAt the start in milliseconds since 1970, as the system reports it
 */
record RunningProcess(long pid, long startedAt) {

    static RunningProcess of(Process process) {
        return new RunningProcess(process.pid(), startOf(process.toHandle()).orElse(0L));
    }

    static RunningProcess parse(String text) {
        String[] parts = text.split(" ", -1);
        return new RunningProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return pid + " " + startedAt;
    }

    /** The process, if it still is the one that we started and still runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).orElse(0L) == startedAt)
                .filter(RunningProcess::runs);
    }

    /** Resident memory in MiB; empty where the system has no /proc. */
    OptionalLong memory() {
        return fromProc(pid, "status")
                .flatMap(status ->
                        status.lines().filter(line -> line.startsWith("VmRSS:")).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /**
     * Whether a process still runs. Where nobody asks for exit codes, as in a container, one that
     * has ended stays for ever as a zombie.
     */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        return fromProc(pid, "stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z"))
                .orElse(false);
    }

    private static Optional<String> fromProc(long pid, String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli);
    }
}
