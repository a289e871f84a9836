package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What one case costs that nothing else comes with. */
final class LoneCase {

    private static final Duration WATCH = Duration.ofSeconds(60);
    private static final int CASES = 6;

    private LoneCase() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.settle();
        try (var statements = new Statements(stand.platform())) {
            var idle = during(statements, () -> {});
            var busy = during(statements, new FrontEnd(stand.platform())::emergency);
            var one = busy.minus(idle).per(CASES);
            return List.of(
                    Figure.atMost("statements of a lone case", one.calls(), "", 70),
                    Figure.atMost("commits of a lone case", one.commits(), "", 20),
                    Figure.told(
                            "statements per second of idle services",
                            idle.calls() / Stand.seconds(WATCH),
                            "/s"));
        }
    }

    /** What is executed in a while in which something happens now and then, far apart. */
    private static Statements.Count during(Statements statements, Runnable happens)
            throws SQLException {
        var before = statements.count();
        for (int i = 0; i < CASES; i++) {
            happens.run();
            Stand.pause(WATCH.dividedBy(CASES));
        }
        return statements.count().minus(before);
    }
}
