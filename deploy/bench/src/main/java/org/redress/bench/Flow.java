package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.demo.Times;
import org.redress.local.KafkaLogin;

/**
 * The whole chain: as many cases as sixteen clients get answered, then half of what it carries. A
 * rate is carried when all events, facts and mails are through within five seconds of the end; what
 * takes longer counts as time of the load.
 */
final class Flow {

    static final int CLIENTS = 16;
    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final Duration KEEPS_UP = Duration.ofSeconds(5);
    private static final Duration STEADY = Duration.ofSeconds(30);

    /** A fact waits a second or a little more for further changes; Backlog waits for none. */
    private static final Duration LAST_FACTS = Duration.ofSeconds(2);

    private Flow() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.warmUp(CLIENTS);
        var figures = new ArrayList<Figure>();
        double carried = highest(stand, figures);
        figures.addAll(Services.memory(stand, "under load", 300));
        stand.settle();
        figures.addAll(latencies(stand, carried / 2));
        return figures;
    }

    /** What a minute of load came to. */
    record Run(double cases, double accepted, Duration drained) {

        /** Cases per second; what is through too late counts as time of the load. */
        double carried() {
            double late = Math.max(0, Stand.seconds(drained.minus(KEEPS_UP)));
            return cases / (cases / accepted + late);
        }
    }

    static Run run(Stand stand) throws SQLException {
        stand.tell("%d clients for %d s".formatted(CLIENTS, LOAD.toSeconds()));
        var frontEnd = new FrontEnd(stand.platform());
        double accepted = Load.closed(CLIENTS, LOAD, frontEnd::register);
        return new Run(frontEnd.answered().size(), accepted, stand.drain());
    }

    private static double highest(Stand stand, List<Figure> figures) throws SQLException {
        var cpu = CpuTimes.now(stand.platform());
        var run = run(stand);
        var spent = CpuTimes.now(stand.platform()).since(cpu);
        figures.add(Figure.atLeast("flow: cases carried", run.carried(), "/s", 100));
        figures.add(Figure.told("flow: cases accepted", run.accepted(), "/s"));
        figures.add(
                Figure.atMost("flow: all is through after", Stand.seconds(run.drained()), "s", 5));
        figures.addAll(spent.per("case", run.cases(), 15));
        return run.carried();
    }

    private static List<Figure> latencies(Stand stand, double perSecond) throws SQLException {
        stand.tell("%.0f cases/s for %d s".formatted(perSecond, STEADY.toSeconds()));
        var frontEnd = new FrontEnd(stand.platform());
        try (var arrivals = new Arrivals(stand.platform().kafka(KafkaLogin.ADMIN))) {
            Load.open(perSecond, (int) (perSecond * STEADY.toSeconds()), frontEnd::register);
            stand.drain();
            Stand.pause(LAST_FACTS);
            var mail = since(frontEnd.answered(), arrivals.mails());
            var fact = since(frontEnd.answered(), arrivals.facts());
            return List.of(
                    Figure.atMost("201 → manager's mail, p50", mail.millis(50), "ms", 60),
                    Figure.atMost("201 → manager's mail, p99", mail.millis(99), "ms", 500),
                    Figure.atMost("201 → fact, p99", fact.millis(99), "ms", 2000),
                    Figure.atMost(
                            "emergencies without a manager's mail",
                            frontEnd.emergencies() - mail.sorted().size(),
                            "",
                            0),
                    Figure.atMost(
                            "cases without a fact",
                            frontEnd.answered().size() - fact.sorted().size(),
                            "",
                            0));
        }
    }

    private static Times since(Map<String, Instant> begun, Map<String, Instant> arrived) {
        return new Times(
                begun.entrySet().stream()
                        .filter(one -> arrived.containsKey(one.getKey()))
                        .map(one -> Duration.between(one.getValue(), arrived.get(one.getKey())))
                        .toList());
    }
}
