package org.redress.notification.messages;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes down how attempts ended. The mail may be out already: what the database did not take is
 * kept until it does, however long it is away.
 */
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Queue queue;
    private final RetryRule rule;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final List<Ended> kept = new ArrayList<>();
    private Instant nextTry = Instant.MIN;

    @Inject
    Outcomes(Queue queue, RetryRule rule, MeterRegistry metrics, Clock clock) {
        this.queue = queue;
        this.rule = rule;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Ended(Message message, Outcome outcome) {}

    /** Whether it is on record; if not, it is kept for {@link #recordKept}. */
    boolean record(Message message, Outcome outcome) {
        var ended = new Ended(message, outcome);
        if (isRecorded(ended)) {
            return true;
        }
        synchronized (kept) {
            kept.add(ended);
        }
        return false;
    }

    /**
     * Tries again what is kept; one that cannot be written down holds up no other.
     *
     * @param done hears of each message that is on record now
     * @return how long to wait before the next try, at most
     */
    Optional<Duration> recordKept(Consumer<Message> done) {
        synchronized (kept) {
            var now = clock.instant();
            if (!now.isBefore(nextTry)) {
                recordKeptNow(done);
                nextTry = now.plus(BETWEEN_TRIES);
            }
            return kept.isEmpty() ? Optional.empty() : Optional.of(BETWEEN_TRIES);
        }
    }

    /** As {@link #recordKept}, without a pause since the last try: the process ends. */
    void recordKeptNow(Consumer<Message> done) {
        synchronized (kept) {
            kept.removeIf(ended -> isRecorded(ended, done));
        }
    }

    private boolean isRecorded(Ended ended, Consumer<Message> done) {
        var recorded = isRecorded(ended);
        if (recorded) {
            done.accept(ended.message);
        }
        return recorded;
    }

    private boolean isRecorded(Ended ended) {
        var message = ended.message;
        try {
            var now = clock.instant();
            var verdict = rule.after(message.attempt(), ended.outcome, message.queuedAt(), now);
            queue.finish(message, ended.outcome, verdict);
            measure(message, verdict);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("outcome not recorded, tried again message=%s cause=%s", message.id(), e);
            return false;
        }
    }

    private void measure(Message message, RetryRule.Verdict verdict) {
        metrics.timer(
                        "messages.attempts",
                        "purpose",
                        message.purpose().name(),
                        "verdict",
                        verdict.getClass().getSimpleName())
                .record(Duration.between(message.queuedAt(), clock.instant()));
    }
}
