package org.redress.notification.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.redress.notification.channels.Outcome;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Purpose;
import org.redress.notification.queue.Queue.Ended;

/**
 * Writes down how attempts ended. The mail may be out already: what the database did not take is
 * kept until it does, however long it is away.
 */
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** Within this time of being due a message is attempted: what is published of us. */
    private static final Duration PROMISED = Duration.ofMinutes(1);

    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final Queue queue;
    private final RetryRule rule;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Lock writing = new ReentrantLock();
    private final List<Ended> kept = new ArrayList<>();
    private Instant nextTry = Instant.MIN;

    Outcomes(Queue queue, RetryRule rule, MeterRegistry metrics, Clock clock) {
        this.queue = queue;
        this.rule = rule;
        this.metrics = metrics;
        this.clock = clock;
        for (var purpose : Purpose.values()) {
            delay(purpose);
            for (var verdict : RetryRule.Verdict.class.getPermittedSubclasses()) {
                attempts(purpose, verdict);
            }
        }
    }

    /** An attempt begins: the first shows how long the message had been due. */
    void begins(Message message) {
        if (message.attempt() == 1) {
            delay(message.purpose()).record(Duration.between(message.dueAt(), clock.instant()));
        }
    }

    /**
     * Writes it down, with whatever else has ended meanwhile: one of those whose mails have ended
     * does it for all of them.
     *
     * @param othersEnd whether more will end in a moment
     * @param done hears of each that is on record; what is not is kept for {@link #recordKept}
     */
    void record(Message message, Outcome outcome, BooleanSupplier othersEnd, Consumer<Ended> done) {
        var now = clock.instant();
        var verdict = rule.after(message.attempt(), outcome, message.queuedAt(), now);
        ended.add(new Ended(message, outcome, verdict));
        while (!ended.isEmpty() && writing.tryLock()) {
            try {
                awaitOthers(othersEnd);
                recordAll(done);
            } finally {
                writing.unlock();
            }
        }
    }

    private static void awaitOthers(BooleanSupplier othersEnd) {
        try {
            if (othersEnd.getAsBoolean()) {
                Thread.sleep(A_MOMENT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void recordAll(Consumer<Ended> done) {
        var together = new ArrayList<Ended>();
        for (var next = ended.poll(); next != null; next = ended.poll()) {
            together.add(next);
        }
        if (together.isEmpty() || areRecorded(together, done)) {
            return;
        }
        if (together.size() > 1) {
            together.removeIf(one -> areRecorded(List.of(one), done));
        }
        synchronized (kept) {
            kept.addAll(together);
        }
    }

    /**
     * Tries again what is kept; one that cannot be written down holds up no other.
     *
     * @return how long to wait before the next try, at most
     */
    Optional<Duration> recordKept(Consumer<Ended> done) {
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
    void recordKeptNow(Consumer<Ended> done) {
        synchronized (kept) {
            kept.removeIf(one -> areRecorded(List.of(one), done));
        }
    }

    private boolean areRecorded(List<Ended> together, Consumer<Ended> done) {
        try {
            queue.finish(together);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "outcomes not recorded, tried again messages=%s cause=%s",
                    together.stream().map(one -> one.message().id()).toList(), e);
            return false;
        }
        for (var one : together) {
            measure(one.message(), one.verdict());
            done.accept(one);
        }
        return true;
    }

    private void measure(Message message, RetryRule.Verdict verdict) {
        attempts(message.purpose(), verdict.getClass())
                .record(Duration.between(message.queuedAt(), clock.instant()));
    }

    private Timer attempts(Purpose purpose, Class<?> verdict) {
        return metrics.timer(
                "messages.attempts", "purpose", purpose.name(), "verdict", verdict.getSimpleName());
    }

    private Timer delay(Purpose purpose) {
        return Timer.builder("messages.delay")
                .description("From the instant at which a message was due to its first attempt")
                .tag("purpose", purpose.name())
                .serviceLevelObjectives(PROMISED)
                .register(metrics);
    }
}
