package org.redress.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./redress replay}: gives dead letters back to the one service that could not take them, as
 * that service's own user and by its own program.
 */
final class ReplayCommand implements Command {

    private static final String PROGRAM = "org.redress.platform.messaging.Replay";

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String help() {
        return """
          replay --service <s>  give a service its dead letters again, each once
             --dry-run          only show them
             --topic <topic>    only those of events from this topic
             --key <key>        only those of this key, replayed before or not
             --reason <text>    only those with this text in the reason, replayed before or not
             --from-beginning   also those that were replayed before\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Service service = service(arguments);
        List<String> command =
                JavaProgram.quick(128)
                        .command("-cp", classPath(ServiceComponent.folder(service)), PROGRAM);
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command).inheritIO();
        program.environment()
                .putAll(Platform.of(Platform.Settings.ofCheckout(), _ -> {}).environment(service));
        try {
            return program.start().waitFor();
        } catch (IOException e) {
            throw new StartFailure("The replay could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Service service(List<String> arguments) {
        int at = arguments.indexOf("--service");
        String named = at < 0 || at + 1 == arguments.size() ? "" : arguments.get(at + 1);
        return Arrays.stream(Service.values())
                .filter(service -> service.id().equals(named))
                .findAny()
                .orElseThrow(() -> new Redress.WrongUse("replay needs --service and its name:"));
    }

    private static String classPath(Path application) {
        List<String> parts = new ArrayList<>();
        for (String folder : List.of("lib/boot", "lib/main", "app")) {
            parts.add(application.resolve(folder) + "/*");
        }
        return String.join(java.io.File.pathSeparator, parts);
    }
}
