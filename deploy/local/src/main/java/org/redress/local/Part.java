package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One process of the platform: what it is started with, and how it is asked how it is.
 *
 * @param name in commands, in the log's file name and in the state file
 * @param address where people and programs reach it
 * @param ports all that it listens on
 * @param startLimit how long it may take to become ready on a slow machine
 * @param preparation what must be there before it starts: data directories, configuration
 * @param furnishing what must be there before others use it: databases, topics
 * @param goodbye asks the process to end in good order; it may take its time
 */
record Part(
        String name,
        String address,
        List<Integer> ports,
        Duration startLimit,
        Preparation preparation,
        Supplier<Launch> launch,
        BooleanSupplier readiness,
        Runnable furnishing,
        Goodbye goodbye) {

    /** A command line and the environment variables that it needs beside ours. */
    record Launch(List<String> command, Map<String, String> environment) {
        static Launch of(List<String> command) {
            return new Launch(command, Map.of());
        }
    }

    /** Is told where the log will be, and who hears what takes long. */
    interface Preparation {
        void prepare(Path log, Consumer<String> progress);
    }

    /** Is told the process and where it says how it ends. */
    interface Goodbye {
        void say(ProcessHandle process, Path log);
    }

    Part {
        ports = List.copyOf(ports);
    }

    /** A part that needs nothing beforehand nor afterwards, and stops at a SIGTERM. */
    static Part of(
            String name,
            String address,
            List<Integer> ports,
            Duration startLimit,
            Supplier<Launch> launch,
            BooleanSupplier readiness) {
        return new Part(
                name,
                address,
                ports,
                startLimit,
                (_, _) -> {},
                launch,
                readiness,
                () -> {},
                (process, _) -> process.destroy());
    }

    boolean isReady() {
        return readiness.getAsBoolean();
    }
}
