package org.redress.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java program that starts quickly and stays small: serial collector, first
 * compiler only, and the start-up cache of an earlier run.
 */
final class JavaProgram {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final List<String> options = new ArrayList<>();

    private JavaProgram(int heapMegabytes) {
        options.addAll(
                List.of(
                        "-Xms16m",
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        // The JVM's own warnings, as of the start-up cache, are no JSON.
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
    }

    static JavaProgram ofHeap(int megabytes) {
        return new JavaProgram(megabytes);
    }

    JavaProgram with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    JavaProgram with(List<String> more) {
        options.addAll(more);
        return this;
    }

    /** The whole command line; what comes last is the main class or {@code -jar} with arguments. */
    List<String> command(String... main) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(options);
        command.addAll(List.of(main));
        return command;
    }
}
