package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.redress.local.KafkaLogin;
import org.redress.local.PartStatus;
import org.redress.local.Platform;
import org.redress.local.Service;

/** What can be measured, by name; a later one builds on the highest load that was found. */
final class Measurements {

    private static final int WORKERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 3;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofMinutes(2);

    private final Platform platform;
    private final Consumer<String> progress;

    Measurements(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Memory of an idle service: the largest of the five. */
    List<Figure> memory() {
        var services = Arrays.stream(Service.values()).map(Service::id).toList();
        return platform.status().stream()
                .filter(part -> services.contains(part.name()))
                .map(part ->
                        Figure.atMost(
                                "memory of " + part.name(),
                                (double) part.memory().orElse(0),
                                "MiB",
                                250))
                .toList();
    }

    /** Start of one service, to readiness. */
    List<Figure> start() {
        var figures = new ArrayList<Figure>();
        for (var service : Service.values()) {
            platform.stop(service);
            long begun = System.nanoTime();
            platform.start(service);
            figures.add(
                    Figure.atMost(
                            "start of " + service.id(), (System.nanoTime() - begun) / 1e9, "s", 3));
        }
        return figures;
    }

    /** Cases accepted against bare commits in turns; then latencies at half of the highest load. */
    List<Figure> flow() throws SQLException {
        var frontEnd = new FrontEnd(platform);
        progress.accept("warming up for %d s".formatted(WARM_UP.toSeconds()));
        Load.closed(WORKERS, WARM_UP, frontEnd::register);
        var accepted = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        try (var bare = new BareInserts(platform.database(Service.INTAKE), WORKERS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                double commits = bare.rate(ROUND);
                double cases = Load.closed(WORKERS, ROUND, frontEnd::register);
                progress.accept(
                        "round %d: %.0f cases/s, %.0f bare commits/s"
                                .formatted(round, cases, commits));
                accepted.add(cases);
                ratios.add(cases / commits);
            }
        }
        progress.accept("waiting until all services have caught up");
        settle();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.atLeast("intake: accepted / bare commits", median(ratios), "", 0.5));
        figures.addAll(latencies(median(accepted) / 2));
        return figures;
    }

    private List<Figure> latencies(double perSecond) {
        progress.accept("%.0f cases/s for %d s".formatted(perSecond, STEADY.toSeconds()));
        var frontEnd = new FrontEnd(platform);
        try (var arrivals = new Arrivals(platform.kafka(KafkaLogin.ADMIN))) {
            Load.open(perSecond, STEADY, frontEnd::register);
            awaitFacts(frontEnd, arrivals);
            var mail = since(frontEnd.answered(), arrivals.mails());
            var fact = since(frontEnd.answered(), arrivals.facts());
            progress.accept(
                    "%d cases, %d managers' mails, %d facts"
                            .formatted(
                                    frontEnd.answered().size(),
                                    mail.sorted().size(),
                                    fact.sorted().size()));
            return List.of(
                    Figure.atMost("201 → manager's mail, p50", mail.millis(50), "ms", 100),
                    Figure.atMost("201 → manager's mail, p99", mail.millis(99), "ms", 1000),
                    Figure.atMost("201 → fact, p99", fact.millis(99), "ms", 2000),
                    Figure.atMost(
                            "cases without a fact",
                            frontEnd.answered().size() - fact.sorted().size(),
                            "",
                            0));
        }
    }

    /**
     * A case that comes through an idle pipeline within a second says that nothing is left over.
     */
    private void settle() {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end) {
            var probe = new FrontEnd(platform);
            try (var arrivals = new Arrivals(platform.kafka(KafkaLogin.ADMIN))) {
                probe.register();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                if (arrivals.facts().keySet().containsAll(probe.answered().keySet())) {
                    return;
                }
            }
        }
    }

    private static void awaitFacts(FrontEnd frontEnd, Arrivals arrivals) {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end
                && !arrivals.facts().keySet().containsAll(frontEnd.answered().keySet())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }

    private static Percentiles since(Map<String, Instant> begun, Map<String, Instant> arrived) {
        return Percentiles.of(
                begun.entrySet().stream()
                        .filter(one -> arrived.containsKey(one.getKey()))
                        .map(one -> Duration.between(one.getValue(), arrived.get(one.getKey())))
                        .toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    boolean everythingRuns() {
        return platform.status().stream()
                .allMatch(part -> part.health() == PartStatus.Health.READY);
    }
}
