package org.redress.platform.due;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The rest of a loop: ends by itself, when somebody ends it, or at an instant that was set. Each
 * instant ends a rest of its own: none is forgotten because another comes before it, or because the
 * rest in which it was set ends otherwise. Of more than {@value #MOST} the next are kept.
 */
final class Sleep {

    static final int MOST = 1_000;

    private final Clock clock;
    private final NavigableSet<Instant> ends = new TreeSet<>();
    private boolean over;

    Sleep(Clock clock) {
        this.clock = clock;
    }

    synchronized void end() {
        endAt(Instant.MIN);
    }

    synchronized void endAt(Instant instant) {
        ends.add(instant);
        if (ends.size() > MOST) {
            ends.pollLast();
        }
        if (ends.first().equals(instant)) {
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

    /** Sleeps this long in real time, or until the earliest instant that is set. */
    synchronized void atMost(Duration longest) throws InterruptedException {
        long endsAt = System.nanoTime() + longest.toNanos();
        var left = left(longest);
        while (!over && left.isPositive()) {
            wait(Math.max(1, left.toMillis()));
            left = left(Duration.ofNanos(endsAt - System.nanoTime()));
        }
        ends.headSet(clock.instant(), true).clear();
    }

    private Duration left(Duration longest) {
        if (ends.isEmpty()) {
            return longest;
        }
        var now = clock.instant();
        var wakeAt = ends.first();
        return wakeAt.isBefore(now.plus(longest))
                ? wakeAt.isAfter(now) ? Duration.between(now, wakeAt) : Duration.ZERO
                : longest;
    }
}
