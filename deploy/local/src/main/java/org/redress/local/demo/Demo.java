package org.redress.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.redress.local.Failure;
import org.redress.local.KafkaLogin;
import org.redress.local.PartStatus;
import org.redress.local.Platform;

/** {@code ./redress demo}: people and their cases on the platform that {@code up} started. */
public final class Demo {
    private static final int LOST = 1;
    private static final int NOT_DONE = 2;
    private static final int SIDE_BY_SIDE = 6;

    private final Platform platform;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();
    private final String thisRun = Long.toString(clock.millis(), Character.MAX_RADIX);

    private Demo(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /**
     * Gives the demo that the arguments ask for.
     *
     * @return 0 when every case came through, 1 when one got lost or stuck, 2 when the demo could
     *     not be given
     */
    public static int run(List<String> arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        try {
            Options options = Options.read(arguments);
            Demo demo = new Demo(Platform.ofCheckout(), terminal);
            boolean isWhole =
                    options.file()
                            .map(file -> demo.register(file, options.rate()))
                            .orElseGet(demo::play);
            return isWhole ? 0 : LOST;
        } catch (Failure e) {
            terminal.line(e.getMessage());
            return NOT_DONE;
        }
    }

    /**
     * What was asked for on the command line.
     *
     * @param file empty to play the script
     * @param rate lines per second; empty for as fast as it goes
     */
    record Options(Optional<Path> file, OptionalDouble rate) {
        private static final String USAGE =
                """

                Usage: ./redress demo                                plays eighteen cases
                       ./redress demo --file cases.jsonl [--rate n]  registers a case per line,
                                                                     {"id", "lang": "zh" or "en", "title"?, "text"}\
                """;

        static Options read(List<String> arguments) {
            Optional<Path> file = Optional.empty();
            OptionalDouble rate = OptionalDouble.empty();
            for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
                String argument = each.next();
                if (!argument.equals("--file") && !argument.equals("--rate")) {
                    throw new Failure("There is no option " + argument + "." + USAGE);
                }
                if (!each.hasNext()) {
                    throw new Failure(argument + " needs a value." + USAGE);
                }
                if (argument.equals("--file")) {
                    file = Optional.of(Path.of(each.next()));
                } else {
                    rate = OptionalDouble.of(rate(each.next()));
                }
            }
            if (file.isEmpty() && rate.isPresent()) {
                throw new Failure("--rate belongs to --file." + USAGE);
            }
            return new Options(file, rate);
        }

        private static double rate(String value) {
            String number = value.replaceFirst("/s$", "");
            if (!number.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(number) == 0) {
                throw new Failure("--rate is a number of lines per second, such as 20 or 0.5.");
            }
            return Double.parseDouble(number);
        }
    }

    private boolean play() {
        List<PlayedCase> script = PlayedCase.script();
        checkPlatform();
        terminal.words(
                script.size()
                        + " cases through the public API, several at a time; each time is"
                        + " measured on this machine.");
        terminal.line("");
        try (FactWatch facts = new FactWatch(platform.kafka(KafkaLogin.BI), clock)) {
            Cast cast = new Cast(agent(), new Staff(platform), facts);
            Summary summary = new Summary(perform(script, cast));
            summary.on(terminal);
            return summary.isWhole();
        }
    }

    /** All of the script, several journeys side by side. */
    private List<Journey.Played> perform(List<PlayedCase> script, Cast cast) {
        Narrator narrator = Narrator.on(terminal);
        Semaphore stage = new Semaphore(SIDE_BY_SIDE, true);
        try (ExecutorService actors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Journey.Played>> journeys = new ArrayList<>();
            for (PlayedCase each : script) {
                stage.acquire();
                Journey journey = new Journey(journeys.size() + 1, each, cast, narrator, clock);
                journeys.add(
                        actors.submit(() -> {
                            try {
                                return journey.play(thisRun);
                            } finally {
                                stage.release();
                            }
                        }));
            }
            List<Journey.Played> played = new ArrayList<>();
            for (Future<Journey.Played> journey : journeys) {
                played.add(journey.get());
            }
            return played;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A journey ended in a bug of the demo", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("The demo was broken off.", e);
        }
    }

    private boolean register(Path file, OptionalDouble rate) {
        FileLine.requireReadable(file);
        checkPlatform();
        try (FactWatch facts = new FactWatch(platform.kafka(KafkaLogin.BI), clock)) {
            Tally tally = Tally.with(facts::of);
            FileRun run = new FileRun(agent(), tally, new ProgressBoard(terminal), file);
            Duration sending = run.send(thisRun, rate);
            run.awaitFacts();
            FileReport report = new FileReport(terminal, tally);
            report.print(sending);
            if (run.isBrokenOff()) {
                throw new Failure(
                        "Intake did not answer any more, so the rest of the file was not sent;"
                                + " see ./redress status.");
            }
            return report.isWhole();
        }
    }

    private Agent agent() {
        return new Agent(platform.person("li.na"), clock);
    }

    private void checkPlatform() {
        for (PartStatus part : platform.status()) {
            if (part.health() != PartStatus.Health.READY) {
                throw new Failure(
                        part.pid().isEmpty()
                                ? "The platform is not running: there is no %s. Run ./redress up first."
                                        .formatted(part.name())
                                : part.name() + " is not ready; see ./redress status.");
            }
        }
    }
}
