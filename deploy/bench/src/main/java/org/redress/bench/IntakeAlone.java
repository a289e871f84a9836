package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/** How much intake takes when the machine is its own: the other services stand still meanwhile. */
final class IntakeAlone {

    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int FEW = 8;
    private static final int MANY = 32;

    private IntakeAlone() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        var others = others(stand);
        // Whoever interrupts the bench must not leave them standing.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal("CONT", others)));
        signal("STOP", others);
        try {
            var frontEnd = new FrontEnd(stand.platform());
            Load.closed(FEW, ROUND, frontEnd::register);
            var figures = new ArrayList<Figure>();
            try (var bare = new BareInserts(stand.platform().database(Service.INTAKE.id()), FEW)) {
                double commits = bare.rate(ROUND.dividedBy(4));
                double accepted = round(stand, frontEnd, FEW, 1000, figures);
                figures.add(
                        Figure.atLeast(
                                "intake alone: accepted / bare commits",
                                accepted / commits,
                                "",
                                0.5));
            }
            round(stand, frontEnd, MANY, 1500, figures);
            return figures;
        } finally {
            signal("CONT", others);
            stand.tell("the others work off what came in");
            stand.settle();
        }
    }

    private static double round(
            Stand stand, FrontEnd frontEnd, int clients, double goal, List<Figure> figures) {
        int before = frontEnd.answered().size();
        var cpu = CpuTimes.now(stand.platform());
        double perSecond = Load.closed(clients, ROUND, frontEnd::register);
        var spent = CpuTimes.now(stand.platform()).since(cpu);
        double cases = frontEnd.answered().size() - before;
        String who = "intake alone, %d clients: ".formatted(clients);
        figures.add(Figure.atLeast(who + "accepted", perSecond, "/s", goal));
        figures.add(
                Figure.atMost(
                        who + "CPU of intake", spent.of(Service.INTAKE.id()) / cases, "ms", 0.8));
        figures.add(
                Figure.atMost(
                        who + "CPU of PostgreSQL", spent.of(Stand.POSTGRES) / cases, "ms", 0.5));
        return perSecond;
    }

    private static List<String> others(Stand stand) {
        return Arrays.stream(Service.values())
                .filter(service -> service != Service.INTAKE)
                .map(service -> Long.toString(stand.pid(service.id())))
                .toList();
    }

    private static void signal(String name, List<String> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(processes);
        int exit = Unchecked.get(() -> new ProcessBuilder(command).start().waitFor());
        if (exit != 0) {
            throw new IllegalStateException("%s: %d".formatted(command, exit));
        }
    }
}
