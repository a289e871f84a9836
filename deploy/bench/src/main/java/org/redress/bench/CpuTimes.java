package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.local.Platform;

/**
 * Processor time since their start of the platform's parts, their children included, and of this
 * load generator; from Linux' {@code /proc} (proc_pid_stat(5)), in steps of 10 ms.
 */
record CpuTimes(Map<String, Double> millis) {

    private static final String GENERATOR = "the load generator";
    private static final double MILLIS_PER_TICK = 10;
    // utime, stime, and those of children that ended: 14 to 17, counted from behind the name (2).
    private static final int FIRST = 14 - 3;
    private static final int LAST = 17 - 3;

    static CpuTimes now(Platform platform) {
        Map<String, Double> all = new LinkedHashMap<>();
        platform.processes()
                .forEach((part, pid) ->
                        ProcessHandle.of(pid).ifPresent(root -> all.put(part, ofTree(root))));
        all.put(GENERATOR, ofTree(ProcessHandle.current()));
        return new CpuTimes(all);
    }

    CpuTimes since(CpuTimes earlier) {
        Map<String, Double> spent = new LinkedHashMap<>();
        millis.forEach((part, now) -> spent.put(part, now - earlier.of(part)));
        return new CpuTimes(spent);
    }

    double of(String part) {
        return millis.getOrDefault(part, 0.0);
    }

    /** Of the whole platform, without the load generator. */
    double total() {
        return millis.entrySet().stream()
                .filter(part -> !part.getKey().equals(GENERATOR))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The whole beside its goal, and each part of it. */
    List<Figure> per(String thing, double count, double goal) {
        return Stream.concat(
                        Stream.of(
                                Figure.atMost(
                                        "CPU per " + thing + ", all processes",
                                        total() / count,
                                        "ms",
                                        goal)),
                        millis.entrySet().stream()
                                .map(part ->
                                        Figure.told(
                                                "  " + part.getKey(),
                                                part.getValue() / count,
                                                "ms")))
                .toList();
    }

    private static double ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(CpuTimes::ofProcess)
                .sum();
    }

    private static double ofProcess(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST; i <= LAST; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * MILLIS_PER_TICK;
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
