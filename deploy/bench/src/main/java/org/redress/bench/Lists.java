package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redress.demo.Times;
import org.redress.local.Person;
import org.redress.local.Service;

/** How soon the lists by which people work are there, among a million cases. */
final class Lists {

    private static final List<String> LISTS =
            List.of("MINE", "UNIT", "UNOWNED", "DUE", "OVERDUE", "WAITING");

    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;
    private static final String HANDLER = "chen.wei";

    private Lists() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.drain();
        var handler = stand.platform().person(HANDLER);
        try (var _ = Million.at(stand, HANDLER)) {
            var figures = new ArrayList<Figure>();
            for (var list : LISTS) {
                stand.tell("the list " + list);
                figures.addAll(
                        times(
                                "list " + list.toLowerCase(Locale.ROOT),
                                handler,
                                "/api/v1/handlings?list=" + list));
            }
            figures.addAll(times("counts by unit", handler, "/api/v1/handlings/counts"));
            return figures;
        }
    }

    private static List<Figure> times(String what, Person reader, String path) {
        read(reader, path, WARM_UP);
        var times = new Times(read(reader, path, MEASURED));
        return List.of(
                Figure.told(what + ", p50", times.millis(50), "ms"),
                Figure.atMost(what + ", p99", times.millis(99), "ms", 20));
    }

    private static List<Duration> read(Person reader, String path, int times) {
        var all = new ArrayList<Duration>();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            reader.get(Service.ESCALATION, path).orFail("A list");
            all.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return all;
    }
}
