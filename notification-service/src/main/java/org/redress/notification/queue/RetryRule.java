package org.redress.notification.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import org.redress.notification.channels.Outcome;

/** How often and when a message is tried again: the wait doubles until it is longest. */
@ConfigMapping(prefix = "redress.notification.retry")
public interface RetryRule {
    /** Attempts in all, the first one included. */
    @WithDefault("180")
    int attempts();

    /** The wait after the first attempt. */
    @WithDefault("1S")
    Duration first();

    /** The longest wait. */
    @WithDefault("1M")
    Duration longest();

    /** The longest wait for a mail server that is away: how late its return is noticed. */
    @WithDefault("10S")
    Duration longestAway();

    /**
     * How long a message waits for a mail server that is away before it is given up (RFC 5321
     * section 4.5.4.1 asks for days).
     */
    @WithDefault("96H")
    Duration giveUpAfter();

    /** What becomes of a message after its attempt of this number (the first is 1). */
    default Verdict after(int attempt, Outcome outcome, Instant queuedAt, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted _ -> new Verdict.Sent();
            case Outcome.Refused _, Outcome.Impossible _ -> new Verdict.GivenUp();
            case Outcome.Unneeded(var reason) -> new Verdict.Dropped(reason);
            case Outcome.PutOff(_, var until) -> new Verdict.Again(until);
            case Outcome.Unreachable _ ->
                    attempt >= attempts()
                            ? new Verdict.GivenUp()
                            : new Verdict.Again(now.plus(waitAfter(attempt, longest())));
            case Outcome.Away _ ->
                    now.isAfter(queuedAt.plus(giveUpAfter()))
                            ? new Verdict.GivenUp()
                            : new Verdict.Again(now.plus(waitAfter(attempt, longestAway())));
        };
    }

    /** How long the whole queue waits after so many failures of the mail server in a row. */
    default Duration awayFor(int failures) {
        return waitAfter(failures, longestAway());
    }

    private Duration waitAfter(int attempt, Duration longest) {
        var doubled = first().multipliedBy(1L << Math.min(attempt - 1, 30));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** What to do next. */
    sealed interface Verdict {
        record Sent() implements Verdict {}

        record Again(Instant dueAt) implements Verdict {}

        record GivenUp() implements Verdict {}

        record Dropped(String reason) implements Verdict {}
    }
}
