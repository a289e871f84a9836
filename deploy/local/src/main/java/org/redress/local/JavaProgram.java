package org.redress.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that stays small. */
final class JavaProgram {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** As an option of the JVM, by which it is also known what a running program does. */
    static final String ONLY_QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private final List<String> options = new ArrayList<>();

    private JavaProgram(int heapMegabytes) {
        options.addAll(
                List.of(
                        "-Xms16m",
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        // The JVM's own warnings are no JSON.
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
    }

    /** One that starts quickly or has little to do. */
    static JavaProgram quick(int megabytes) {
        return of(Stay.BRIEF, megabytes);
    }

    static JavaProgram of(Stay stay, int megabytes) {
        JavaProgram program = new JavaProgram(megabytes);
        return stay == Stay.LONG ? program : program.with(ONLY_QUICK_COMPILER);
    }

    JavaProgram with(String... more) {
        options.addAll(List.of(more));
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
