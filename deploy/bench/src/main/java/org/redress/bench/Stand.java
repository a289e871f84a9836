package org.redress.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * The running platform as something to be measured.
 *
 * @param progress hears what is being done, one line each
 */
record Stand(Platform platform, Consumer<String> progress) {

    /** The name of PostgreSQL among the platform's parts. */
    static final String POSTGRES = "postgres";

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int MOST_WINDOWS = 20;
    private static final double STILL_FASTER = 1.03;

    /** So many windows in a row: one alone may have been disturbed. */
    private static final int NO_FASTER = 2;

    /** Load until it gets no faster: then the compilers rest. Nothing is left of it. */
    void warmUp(int workers) throws SQLException {
        var frontEnd = new FrontEnd(platform);
        double fastest = 0;
        int noFaster = 0;
        for (int window = 0; window < MOST_WINDOWS && noFaster < NO_FASTER; window++) {
            double rate = Load.closed(workers, WINDOW, frontEnd::register);
            tell("warming up: %.1f /s".formatted(rate));
            settle();
            noFaster = rate < fastest * STILL_FASTER ? noFaster + 1 : 0;
            fastest = Math.max(fastest, rate);
        }
    }

    /** The commander takes care of what pages, and nothing is on its way any more. */
    void settle() throws SQLException {
        drain();
        if (new Commander(platform).acknowledgeAll() > 0) {
            drain();
        }
    }

    /**
     * Waits until nothing is on its way any more, and says how long that took. Nobody acknowledges
     * meanwhile; five minutes after an emergency somebody else is paged, and so it goes on.
     */
    Duration drain() throws SQLException {
        try (var backlog = new Backlog(platform)) {
            return backlog.awaitNone(Service.values());
        }
    }

    void tell(String what) {
        progress.accept("  " + what);
    }

    static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The process of a part that runs. */
    long pid(String part) {
        return Objects.requireNonNull(platform.processes().get(part), part);
    }

    static Connection connect(Platform.Database database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }
}
