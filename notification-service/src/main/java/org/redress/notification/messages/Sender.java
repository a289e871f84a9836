package org.redress.notification.messages;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.recipients.CustomerKnown;

/**
 * Empties the queue: one thread claims what is due, one virtual thread sends each message. It is
 * woken right after the commit of whatever may have made a message due; in between it sleeps until
 * the next repetition.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);

    private final Messages messages;
    private final Author author;
    private final MailServer server;
    private final RetryRule rule;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration claim;
    private final int connections;
    private final Semaphore free;
    private final Semaphore bell = new Semaphore(0);
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @Inject
    Sender(
            Messages messages,
            Author author,
            MailServer server,
            RetryRule rule,
            SmtpSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.messages = messages;
        this.author = author;
        this.server = server;
        this.rule = rule;
        this.metrics = metrics;
        this.clock = clock;
        this.connections = settings.connections();
        this.free = new Semaphore(connections);
        // Longer than the slowest conversation of a mail server that answers just in time.
        this.claim = settings.timeout().multipliedBy(10);
    }

    void start(@Observes StartupEvent start) {
        metrics.gauge("messages.unsent", messages, Messages::unsent);
        running = true;
        Thread.ofVirtual().name("sender").start(this::run);
    }

    /** What was begun is finished: a mail that the server has must not be forgotten. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        running = false;
        bell.release();
        if (!free.tryAcquire(connections, claim.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("stopped while sending messages=%s", underWay);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageParked parked) {
        bell.release();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseKnown known) {
        bell.release();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerKnown known) {
        bell.release();
    }

    private void run() {
        while (running) {
            try {
                bell.drainPermits();
                if (sendWhatIsDue()) {
                    bell.tryAcquire(sleep().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("queue not read, tried again cause=%s", e);
                rest();
            }
        }
    }

    /** Whether all that is due is under way now. */
    private boolean sendWhatIsDue() throws InterruptedException {
        free.acquire();
        var most = 1 + free.drainPermits();
        List<Message> claimed = List.of();
        try {
            claimed = messages.claim(most, clock.instant().plus(claim), Set.copyOf(underWay));
        } finally {
            free.release(most - claimed.size());
        }
        for (var message : claimed) {
            underWay.add(message.id());
            Thread.ofVirtual().name("send-" + message.id()).start(() -> send(message));
        }
        return claimed.size() < most;
    }

    private void send(Message message) {
        try {
            record(message, attempt(message));
        } finally {
            underWay.remove(message.id());
            free.release();
        }
    }

    private Outcome attempt(Message message) {
        try {
            return switch (author.write(message)) {
                case Writing.Written(var envelope) -> server.send(envelope);
                case Writing.Impossible(var reason) -> new Outcome.Refused(reason);
            };
        } catch (RuntimeException e) {
            LOG.warnf(e, "not written message=%s", message.id());
            return new Outcome.Unreachable("could not be written: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The mail may be out already: its outcome is written down however long the database is away.
     */
    private void record(Message message, Outcome outcome) {
        while (true) {
            try {
                var verdict = rule.after(message.attempt(), outcome, clock.instant());
                messages.finish(message, outcome, verdict);
                measure(message, verdict);
                if (verdict instanceof RetryRule.Verdict.Again) {
                    bell.release();
                }
                return;
            } catch (RuntimeException e) {
                LOG.warnf("outcome not recorded, tried again message=%s cause=%s", message.id(), e);
                rest();
                if (!running) {
                    return;
                }
            }
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

    private Duration sleep() {
        return messages.nextDue(Set.copyOf(underWay))
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait.plusMillis(1))
                .orElse(LONGEST_SLEEP);
    }

    private static void rest() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
