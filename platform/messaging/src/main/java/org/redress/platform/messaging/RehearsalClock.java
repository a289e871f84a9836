package org.redress.platform.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jboss.logging.Logger;

/**
 * Runs ahead of another clock by what a file says ({@code P1DT2H}), so that a week of a department
 * can be rehearsed in a minute. It looks at the file five times a second and never goes back: what
 * was told stays in the past. Without the file it is the other clock.
 */
final class RehearsalClock extends Clock {

    private static final Logger LOG = Logger.getLogger(RehearsalClock.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Clock wall;
    private final Path file;
    private volatile Seen seen = new Seen(Duration.ZERO, Instant.MIN);

    /** What the file said, and until when that is believed. */
    private record Seen(Duration ahead, Instant until) {}

    RehearsalClock(Clock wall, Path file) {
        this.wall = wall;
        this.file = file;
    }

    @Override
    public Instant instant() {
        var now = wall.instant();
        if (!now.isBefore(seen.until())) {
            look(now);
        }
        return now.plus(seen.ahead());
    }

    private synchronized void look(Instant now) {
        var before = seen.ahead();
        var told = read();
        var ahead = told.compareTo(before) > 0 ? told : before;
        seen = new Seen(ahead, now.plus(PAUSE));
        if (!ahead.equals(before)) {
            LOG.warnf("this is a rehearsal: the clock runs %s ahead", ahead);
        }
    }

    private Duration read() {
        try {
            return Files.exists(file)
                    ? Duration.parse(Files.readString(file).strip())
                    : Duration.ZERO;
        } catch (IOException | DateTimeException _) {
            // Half written, or no duration: it goes on as before.
            return Duration.ZERO;
        }
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RehearsalClock(wall.withZone(zone), file);
    }
}
