package org.redress.notification.queue;

import java.time.Duration;
import java.time.Instant;
import org.redress.notification.channels.Outcome;

/**
 * Whether the mail server is there. While it is not, the queue as a whole waits, and one mail at a
 * time asks whether it is back: a backlog costs nothing.
 */
final class ServerWatch {
    private final RetryRule rule;
    private int failures;
    private Instant until = Instant.MIN;

    ServerWatch(RetryRule rule) {
        this.rule = rule;
    }

    /** Learns from the outcome of an attempt; mails that were under way together count as one. */
    synchronized void heard(Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Away _ -> {
                if (!now.isBefore(until)) {
                    failures++;
                    until = now.plus(rule.awayFor(failures));
                }
            }
            case Outcome.Accepted _, Outcome.Refused _, Outcome.Unreachable _ -> {
                failures = 0;
                until = Instant.MIN;
            }
            case Outcome.Impossible _, Outcome.PutOff _, Outcome.Unneeded _ -> {}
        }
    }

    synchronized boolean isAway() {
        return failures > 0;
    }

    /** How long nobody asks it; zero when it is there, or one mail may ask. */
    synchronized Duration pause(Instant now) {
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }
}
