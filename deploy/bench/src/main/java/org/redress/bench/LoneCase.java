package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What one case costs that nothing else comes with. */
final class LoneCase {

    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final int CASES = 6;

    private LoneCase() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.drain();
        try (var statements = new Statements(stand.platform())) {
            var idle = during(WATCH, statements, () -> {});
            var frontEnd = new FrontEnd(stand.platform());
            var busy = new Statements.Count(0, 0);
            for (int i = 0; i < CASES; i++) {
                busy = busy.minus(during(WATCH, statements, frontEnd::emergency).times(-1));
            }
            var one = busy.times(1.0 / CASES).minus(idle);
            return List.of(
                    Figure.atMost("statements of a lone case", one.calls(), "", 70),
                    Figure.atMost("commits of a lone case", one.commits(), "", 20),
                    Figure.told(
                            "statements per second of idle services",
                            idle.calls() / Stand.seconds(WATCH),
                            "/s"));
        }
    }

    private static Statements.Count during(
            Duration watch, Statements statements, Runnable whatHappens) throws SQLException {
        var before = statements.count();
        whatHappens.run();
        Stand.pause(watch);
        return statements.count().minus(before);
    }
}
