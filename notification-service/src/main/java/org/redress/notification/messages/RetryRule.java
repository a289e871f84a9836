package org.redress.notification.messages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

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

    /** What becomes of a message after its attempt of this number (the first is 1). */
    default Verdict after(int attempt, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted _ -> new Verdict.Sent();
            case Outcome.Refused _ -> new Verdict.GivenUp();
            case Outcome.Unreachable _ ->
                    attempt >= attempts()
                            ? new Verdict.GivenUp()
                            : new Verdict.Again(now.plus(waitAfter(attempt)));
        };
    }

    private Duration waitAfter(int attempt) {
        var doubled = first().multipliedBy(1L << Math.min(attempt - 1, 30));
        return doubled.compareTo(longest()) < 0 ? doubled : longest();
    }

    /** What to do next. */
    sealed interface Verdict {
        record Sent() implements Verdict {}

        record Again(Instant dueAt) implements Verdict {}

        record GivenUp() implements Verdict {}
    }
}
