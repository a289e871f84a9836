package org.redress.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code ./redress logs}: what a process said last, for people. */
final class LogsCommand implements Command {

    private static final String LINES = "200";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    LogsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String help() {
        return """
          logs <service>        the end of its log, for people (postgres, kafka, keycloak, mail, keeper too)
             -f                 and what comes, until Ctrl-C\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Redress.WrongUse.refuseOptions(this, arguments, "-f");
        List<String> names = arguments.stream().filter(word -> !word.equals("-f")).toList();
        if (names.size() != 1 || !names.getFirst().matches("[a-z]+")) {
            throw new Redress.WrongUse("logs needs the name of a service:");
        }
        Path logs = Platform.of(Platform.Settings.ofCheckout(), _ -> {}).logs();
        Path log = logs.resolve(names.getFirst() + ".log");
        if (!Files.exists(log)) {
            throw new StartFailure(missing(names.getFirst(), logs));
        }
        return print(
                arguments.contains("-f")
                        ? List.of("tail", "-n", LINES, "-F", log.toString())
                        : List.of("tail", "-n", LINES, log.toString()));
    }

    static String missing(String name, Path logs) {
        String meant = Nearest.to(name, names(logs)).map(" Did you mean %s?"::formatted).orElse("");
        return "There is no log of %s.%s".formatted(name, meant);
    }

    private static List<String> names(Path logs) {
        String[] files = logs.toFile().list((_, file) -> file.endsWith(".log"));
        return files == null
                ? List.of()
                : Arrays.stream(files).map(file -> file.replace(".log", "")).sorted().toList();
    }

    private int print(List<String> tail) {
        try {
            Process process =
                    new ProcessBuilder(tail).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().map(LogsCommand::readable).forEach(out::println);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new StartFailure("The log can't be read.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The services log JSON; what is none stays as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String text =
                    "%s %-5s %s"
                            .formatted(
                                    entry.path("timestamp").asText(),
                                    entry.path("level").asText(),
                                    entry.path("message").asText());
            String trace = entry.path("stackTrace").asText();
            return trace.isEmpty() ? text : text + "\n" + trace.strip();
        } catch (JsonProcessingException _) {
            return line;
        }
    }
}
