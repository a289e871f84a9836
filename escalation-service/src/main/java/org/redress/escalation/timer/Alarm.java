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

    /** Sleeps this long, or until the earliest instant that is set meanwhile. */
    synchronized void sleep(Duration longest) {
        Instant planned = clock.instant().plus(longest);
        wakeAt = wakeAt.isBefore(planned) ? wakeAt : planned;
        try {
            for (Instant now = clock.instant();
                    !stopped && now.isBefore(wakeAt);
                    now = clock.instant()) {
                wait(Math.max(1, Duration.between(now, wakeAt).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        wakeAt = Instant.MAX;
    }
}
