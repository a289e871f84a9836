package org.redress.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other programs, started with their output in a file. */
final class Programs {

    private static final String TIE =
            """
            exec 3<&0
            { cat <&3 >/dev/null; kill -INT $$; } 2>/dev/null &
            exec "$@" </dev/null 3<&-
            """;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Programs() {}

    static Process start(List<String> command, Path log) {
        return start(command, Map.of(), log);
    }

    /**
     * Starts the program in a session of its own where the system can do that: Ctrl-C in the
     * terminal then reaches only us, and we stop the rest in order.
     */
    static Process startApart(List<String> command, Map<String, String> environment, Path log) {
        List<String> apart = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            apart.add(SETSID.toString());
        }
        apart.addAll(command);
        return start(apart, environment, log);
    }

    /**
     * Starts a program that is told to end (SIGINT) when this JVM is gone, even by a crash: a shell
     * waits for the end of its input, which only we hold open.
     */
    static Process startTied(List<String> command, Path log) {
        List<String> tied = new ArrayList<>(List.of("sh", "-c", TIE, "sh"));
        tied.addAll(command);
        return start(tied, Map.of(), log, ProcessBuilder.Redirect.PIPE);
    }

    static int run(List<String> command, Path log) {
        Process process = start(command, log);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure(command.getFirst() + " was interrupted.", e);
        }
    }

    private static Process start(List<String> command, Map<String, String> environment, Path log) {
        return start(
                command, environment, log, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    private static Process start(
            List<String> command,
            Map<String, String> environment,
            Path log,
            ProcessBuilder.Redirect input) {
        try {
            Folders.createPrivate(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(input)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new Failure(command.getFirst() + " could not be started.", e);
        }
    }
}
