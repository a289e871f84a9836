package org.redress.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.redress.local.Failure;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Redress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ./redress demo}: people and their cases on the platform that {@code up} started. */
@Command(
        name = "./redress demo",
        description = "Plays eighteen cases, from the customer's call to the closed case.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    private static final int LOST = 1;
    private static final int SIDE_BY_SIDE = 6;

    private final Clock clock = Clock.systemUTC();
    private final String thisRun = Long.toString(clock.millis(), Character.MAX_RADIX);

    @ArgGroup(exclusive = false)
    private @Nullable Lines lines;

    /** Which lines are registered instead, and how fast. */
    static final class Lines {
        @Option(
                names = "--file",
                required = true,
                description =
                        "register a case for each line {id, lang: zh or en, title?, text} instead")
        private Path file = Path.of("");

        @Option(
                names = "--rate",
                converter = Rate.class,
                description = "so many lines per second; else as fast as eight at a time go")
        private double rate;
    }

    /** Such as 20, 0.5 or 20/s. */
    static final class Rate implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            String number = value.replaceFirst("/s$", "");
            if (!number.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(number) == 0) {
                throw new TypeConversionException("it is a number of lines per second, such as 20");
            }
            return Double.parseDouble(number);
        }
    }

    /**
     * Exit status 0 when every case came through, 1 when one got lost or stuck, 2 when none was.
     */
    public static void main(String[] words) {
        System.exit(Redress.commandLine(new Demo(), Redress.WRONG_USE).execute(words));
    }

    @Override
    public Integer call() {
        List<String> sent = lines == null ? List.of() : FileRun.lines(lines.file);
        Platform platform = Platform.ofCheckout();
        platform.requireReady();
        Agent agent = new Agent(platform.person("li.na"), clock);
        try (Facts facts = new Facts(platform.kafka(KafkaLogin.BI), clock)) {
            boolean isWhole =
                    lines == null
                            ? play(new Journey.Cast(agent, new Staff(platform), facts))
                            : new FileRun(sent, agent, new Tally(facts::of))
                                    .run("demo-" + thisRun, lines.rate);
            return isWhole ? 0 : LOST;
        }
    }

    private boolean play(Journey.Cast cast) {
        List<PlayedCase> script = PlayedCase.script();
        System.out.printf(
                "%d cases through the public API, several at a time; each time is measured here.%n",
                script.size());
        Summary summary = new Summary(perform(script, cast));
        summary.print();
        return summary.isWhole();
    }

    private List<Journey.Played> perform(List<PlayedCase> script, Journey.Cast cast) {
        Semaphore stage = new Semaphore(SIDE_BY_SIDE, true);
        try (var actors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Journey.Played>> journeys = new ArrayList<>();
            for (PlayedCase each : script) {
                stage.acquire();
                Journey journey = new Journey(journeys.size() + 1, each, cast, clock);
                journeys.add(
                        actors.submit(() -> {
                            try {
                                return journey.play("demo-" + thisRun);
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
}
