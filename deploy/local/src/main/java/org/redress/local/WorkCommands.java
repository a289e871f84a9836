package org.redress.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a developer does beside a running platform: logs, Swagger UI, tokens, settings, replay. */
final class WorkCommands {
    private static final String LINES = "200";
    private static final String REPLAY = "org.redress.platform.messaging.Replay";

    private final PrintStream out;

    WorkCommands(PrintStream out) {
        this.out = out;
    }

    int logs(List<String> arguments) {
        List<String> names = arguments.stream().filter(word -> !word.equals("-f")).toList();
        if (names.size() != 1 || !names.getFirst().matches("[a-z]+")) {
            throw new Command.WrongUse("logs needs the name of a service:");
        }
        Path logs = Platform.ofCheckout().logs();
        Path log = logs.resolve(names.getFirst() + ".log");
        if (!Files.exists(log)) {
            throw new Failure(missing(names.getFirst(), logs));
        }
        String follow = arguments.contains("-f") ? "-F" : "-q";
        ProcessBuilder tail =
                new ProcessBuilder("tail", "-n", LINES, follow, log.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = tail.start();
            process.inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(WorkCommands::readable)
                    .forEach(out::println);
            return Unchecked.get(process::waitFor);
        } catch (IOException e) {
            throw new Failure("The log can't be read.", e);
        }
    }

    static String missing(String name, Path logs) {
        String[] files = logs.toFile().list((_, file) -> file.endsWith(".log"));
        List<String> names =
                Stream.of(files == null ? new String[0] : files)
                        .map(file -> file.replace(".log", ""))
                        .sorted()
                        .toList();
        String meant = Nearest.to(name, names).map(" Did you mean %s?"::formatted).orElse("");
        return "There is no log of %s.%s".formatted(name, meant);
    }

    /** The services log JSON; what is none stays as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = Answer.JSON.readTree(line);
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

    int open(List<String> arguments) {
        List<Service> wanted =
                arguments.isEmpty()
                        ? List.of(Service.values())
                        : arguments.size() > 1
                                ? List.of()
                                : Service.named(arguments.getFirst()).stream().toList();
        if (wanted.isEmpty()) {
            throw new Command.WrongUse("open needs the name of a service, or nothing:");
        }
        Platform platform = Platform.ofCheckout();
        for (Service service : wanted) {
            String url = platform.management(service) + "/q/swagger-ui";
            out.println(url);
            if (!Ports.answers(URI.create(url).getPort())) {
                out.println("  (nothing answers there: ./redress up)");
            } else if (!isShown(url)) {
                out.println("  (no browser was found to open it in)");
            }
        }
        return 0;
    }

    /** Shows the page in the browser of whoever sits here; false where there is no way to. */
    static boolean isShown(String url) {
        for (String opener : List.of("xdg-open", "open")) {
            try {
                return new ProcessBuilder(opener, url)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException _) {
                // not on this system
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    int token(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Command.WrongUse("token needs the name of a user:");
        }
        try {
            out.println(Platform.ofCheckout().logins().token(arguments.getFirst()));
            return 0;
        } catch (IllegalStateException _) {
            throw new Failure(
                    "There is no user %s with the demo password.".formatted(arguments.getFirst()));
        } catch (UncheckedIOException e) {
            throw new Failure("Keycloak does not answer: ./redress up", e);
        }
    }

    int env(List<String> arguments) {
        Platform platform = Platform.ofCheckout();
        if (arguments.equals(List.of(KafkaLogin.BI))) {
            new TreeMap<>(platform.kafka(KafkaLogin.BI).settings())
                    .forEach((name, value) -> out.printf("%s=%s%n", name, value));
            return 0;
        }
        Service wanted =
                Optional.of(arguments)
                        .filter(words -> words.size() == 1)
                        .flatMap(words -> Service.named(words.getFirst()))
                        .orElseThrow(() ->
                                new Command.WrongUse("env needs the name of a service, or bi:"));
        new TreeMap<>(platform.environment(wanted))
                .forEach((name, value) -> out.printf("export %s='%s'%n", name, value));
        return 0;
    }

    /**
     * Dead letters are given back to the one service that could not take them, as that service's
     * own user and by its own program.
     */
    static int replay(List<String> arguments) {
        int at = arguments.indexOf("--service");
        Service service =
                Optional.of(at)
                        .filter(found -> found >= 0 && found + 1 < arguments.size())
                        .flatMap(found -> Service.named(arguments.get(found + 1)))
                        .orElseThrow(
                                () -> new Command.WrongUse("replay needs --service and its name:"));
        String classPath =
                Stream.of("lib/boot", "lib/main", "app")
                        .map(folder -> service.folder().resolve(folder) + "/*")
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> command = JavaProgram.quick(128).command("-cp", classPath, REPLAY);
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command).inheritIO();
        program.environment().putAll(Platform.ofCheckout().environment(service));
        try {
            Process running = program.start();
            return Unchecked.get(running::waitFor);
        } catch (IOException e) {
            throw new Failure("The replay could not be started.", e);
        }
    }
}
