package org.redress.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a developer does beside a running platform: logs, Swagger UI, tokens, settings, jobs. */
@Command
final class WorkCommands {
    private static final String REPLAY = "org.redress.platform.messaging.Replay";
    private static final String REBUILD = "org.redress.reporting.rebuild.Rebuild";

    @Command(description = "the end of a log, for people")
    static int logs(
            @Parameters(
                            paramLabel = "<service>",
                            description = "or postgres, kafka, keycloak, mail, keeper")
                    String name,
            @Option(names = "-f", description = "and what comes, until Ctrl-C") boolean follow) {
        Path logs = Platform.ofCheckout().logs();
        Path log = logs.resolve(name + ".log");
        if (!Files.exists(log)) {
            throw new Failure(missing(name, logs));
        }
        ProcessBuilder tail =
                new ProcessBuilder("tail", "-n", "200", follow ? "-F" : "-q", log.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        return Unchecked.get(() -> {
            Process process = tail.start();
            process.inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(WorkCommands::readable)
                    .forEach(System.out::println);
            return process.waitFor();
        });
    }

    static String missing(String name, Path logs) {
        String[] files = logs.toFile().list((_, file) -> file.endsWith(".log"));
        return "There is no log of %s. There are: %s."
                .formatted(
                        name,
                        Stream.of(files == null ? new String[0] : files)
                                .map(file -> file.replace(".log", ""))
                                .sorted()
                                .collect(Collectors.joining(" ")));
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

    @Command(description = "the API of a service (or of all five) in the browser")
    static void open(
            @Parameters(arity = "0..1", paramLabel = "<service>") @Nullable Service wanted) {
        Platform platform = Platform.ofCheckout();
        for (Service service : wanted == null ? Service.values() : new Service[] {wanted}) {
            String url = platform.management(service) + "/q/swagger-ui";
            System.out.println(url);
            if (!Ports.answers(URI.create(url).getPort())) {
                System.out.println("  (nothing answers there: ./redress up)");
            } else if (!isShown(url)) {
                System.out.println("  (no browser was found to open it in)");
            }
        }
    }

    /** Shows the page in the browser of whoever sits here; false where there is no way to. */
    static boolean isShown(String url) {
        for (String opener : List.of("xdg-open", "open")) {
            ProcessBuilder program =
                    new ProcessBuilder(opener, url)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            try {
                return Unchecked.get(() -> program.start().waitFor()) == 0;
            } catch (UncheckedIOException _) {
                // not on this system
            }
        }
        return false;
    }

    @Command(description = "an access token of a demo user, valid for five minutes")
    static void token(@Parameters(paramLabel = "<user>") String user) {
        try {
            System.out.println(Platform.ofCheckout().token(user));
        } catch (IllegalStateException e) {
            throw new Failure("There is no user %s with the demo password.".formatted(user), e);
        } catch (UncheckedIOException e) {
            throw new Failure("Keycloak does not answer: ./redress up", e);
        }
    }

    @Command(
            description = {
                "the environment of a service, or of bi, passwords included",
                "after up --infra: eval \"$(./redress env intake)\"; mvn -f intake-service/pom.xml quarkus:dev",
                "for a Kafka client of the BI team: ./redress env bi >bi.properties"
            })
    static void env(@Parameters(paramLabel = "<service>|bi") Whose whose) {
        Platform platform = Platform.ofCheckout();
        if (whose == Whose.BI) {
            new TreeMap<>(platform.kafka(KafkaLogin.BI).settings())
                    .forEach((name, value) -> System.out.printf("%s=%s%n", name, value));
        } else {
            new TreeMap<>(platform.environment(Service.valueOf(whose.name())))
                    .forEach((name, value) -> System.out.printf("export %s='%s'%n", name, value));
        }
    }

    /** Who has an environment. */
    enum Whose {
        INTAKE,
        TRIAGE,
        ESCALATION,
        NOTIFICATION,
        REPORTING,
        BI
    }

    @Command(
            description = {
                "give a service its dead letters again, each once",
                "--dry-run only shows them; --topic <topic> only those of events from this topic;",
                "--key <key>, --reason <text> only those, replayed before or not;",
                "--from-beginning also those that were replayed before"
            })
    static int replay(
            @Option(names = "--service", required = true, paramLabel = "<service>") Service service,
            @Parameters(hidden = true) @Nullable List<String> words) {
        List<String> all = new ArrayList<>(List.of("--service", service.id()));
        all.addAll(words == null ? List.of() : words);
        return job(service, REPLAY, all);
    }

    @Command(
            description = {
                "reporting makes facts and metrics anew from the events that it kept, while it runs",
                "--topics publishes also what is as it was"
            })
    static int rebuild(@Parameters(hidden = true) @Nullable List<String> words) {
        return job(Service.REPORTING, REBUILD, words == null ? List.of() : words);
    }

    /** As that service's own user and by its own program, which sees to the words itself. */
    private static int job(Service service, String program, List<String> words) {
        String classPath =
                Stream.of("lib/boot", "lib/main", "app")
                        .map(folder -> service.folder().resolve(folder) + "/*")
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> command = JavaProgram.quick(128).command("-cp", classPath, program);
        command.addAll(words);
        ProcessBuilder job = new ProcessBuilder(command).inheritIO();
        job.environment().putAll(Platform.ofCheckout().environment(service));
        return Unchecked.get(() -> job.start().waitFor());
    }

    @Command(
            description =
                    "play eighteen cases, from the customer's call to the closed case, or a file of complaints")
    static int demo() {
        return elsewhere();
    }

    @Command(description = "measure the running platform; --help names what")
    static int bench() {
        return elsewhere();
    }

    @Command(description = "build an image of each service, without a container runtime")
    static int images() {
        return elsewhere();
    }

    @Command(description = "build and test everything, as the CI does; takes options of Maven")
    static int test() {
        return elsewhere();
    }

    /** The script sees to it before it comes here. */
    private static int elsewhere() {
        System.err.println("./redress itself sees to this.");
        return Redress.WRONG_USE;
    }
}
