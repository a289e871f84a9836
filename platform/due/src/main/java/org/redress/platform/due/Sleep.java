package org.redress.platform.due;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The rest of a loop: ends by itself, when somebody ends it, or at an instant that was set. */
final class Sleep {

    private final Clock clock;
    private Instant wakeAt = Instant.MAX;
    private boolean over;

    Sleep(Clock clock) {
        this.clock = clock;
    }

    synchronized void end() {
        endAt(Instant.MIN);
    }

    synchronized void endAt(Instant instant) {
        if (instant.isBefore(wakeAt)) {
            wakeAt = instant;
            notifyAll();
        }
    }

    synchronized void endForGood() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Sleeps this long in real time, or until the earliest instant that is set meanwhile. */
    synchronized void atMost(Duration longest) throws InterruptedException {
        long endsAt = System.nanoTime() + longest.toNanos();
        var left = left(longest);
        while (!over && left.isPositive()) {
            wait(Math.max(1, left.toMillis()));
            left = left(Duration.ofNanos(endsAt - System.nanoTime()));
        }
        wakeAt = Instant.MAX;
    }

    private Duration left(Duration longest) {
        var now = clock.instant();
        return wakeAt.isBefore(now.plus(longest))
                ? wakeAt.isAfter(now) ? Duration.between(now, wakeAt) : Duration.ZERO
                : longest;
    }
}
