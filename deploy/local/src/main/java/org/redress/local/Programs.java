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

    private static Process start(List<String> command, Map<String, String> environment, Path log) {
        try {
            Folders.createPrivate(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure(command.getFirst() + " could not be started.", e);
        }
    }
}
