package org.redress.escalation.timer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Wakes the loop earlier than it meant to, when something earlier has been armed meanwhile. */
@ApplicationScoped
public class Alarm {

    private final Clock clock;
    private Instant wakeAt = Instant.MAX;
    private boolean stopped;

    Alarm(Clock clock) {
        this.clock = clock;
    }

    /** Something is due at this instant, once the running transaction has committed. */
    public synchronized void set(Instant due) {
        if (due.isBefore(wakeAt)) {
            wakeAt = due;
            notifyAll();
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Sleeps this long in real time, or until the earliest instant that is set meanwhile. */
    synchronized void sleep(Duration longest) {
        long endsAt = System.nanoTime() + longest.toNanos();
        try {
            Duration left = shorter(longest, untilSet(longest));
            while (!stopped && left.isPositive()) {
                wait(Math.max(1, left.toMillis()));
                left = shorter(Duration.ofNanos(endsAt - System.nanoTime()), untilSet(longest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        wakeAt = Instant.MAX;
    }

    private Duration untilSet(Duration longest) {
        Instant now = clock.instant();
        return wakeAt.isBefore(now.plus(longest)) ? Duration.between(now, wakeAt) : longest;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
