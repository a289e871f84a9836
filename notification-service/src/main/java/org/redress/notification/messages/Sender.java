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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.recipients.CustomerKnown;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/**
 * Empties the queue: one loop claims what is due, one virtual thread sends each message. It is
 * woken right after the commit of whatever may have made a message due; in between it sleeps until
 * the next repetition.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    private final Messages messages;
    private final Queue queue;
    private final Author author;
    private final MailServer server;
    private final RetryRule rule;
    private final Loops loops;
    private final Backlog backlog;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration claim;
    private final int connections;
    private final Semaphore free;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Arrivals arrivals = new Arrivals();
    private final ServerWatch watch;
    private Instant sweptAt = Instant.MIN;
    private volatile @Nullable Loop loop;
    private volatile boolean running;

    @Inject
    Sender(
            Messages messages,
            Queue queue,
            Author author,
            MailServer server,
            RetryRule rule,
            SmtpSettings settings,
            Loops loops,
            Backlog backlog,
            MeterRegistry metrics,
            Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.author = author;
        this.server = server;
        this.rule = rule;
        this.loops = loops;
        this.backlog = backlog;
        this.metrics = metrics;
        this.clock = clock;
        this.watch = new ServerWatch(rule);
        this.connections = settings.connections();
        this.free = new Semaphore(connections);
        // Longer than the slowest conversation of a mail server that answers just in time.
        this.claim = settings.timeout().multipliedBy(10);
    }

    void start(@Observes StartupEvent start) {
        running = true;
        loop = loops.start("sender", this::pass);
    }

    /** What was begun is finished: a mail that the server has must not be forgotten. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        running = false;
        if (!free.tryAcquire(connections, claim.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("stopped while sending messages=%s", underWay);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageParked parked) {
        if (parked.waitsFor() != null) {
            arrivals.addCase(parked.waitsFor());
        }
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseKnown known) {
        arrivals.addCase(known.caseId());
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerKnown known) {
        arrivals.addCustomer(known.customerId());
        wake();
    }

    private void wake() {
        var sender = loop;
        if (sender != null) {
            sender.wake();
        }
    }

    private Duration pass() throws InterruptedException {
        release();
        sweep();
        var pause = watch.pause(clock.instant());
        if (pause.isPositive()) {
            return pause;
        }
        if (watch.isAway() && !underWay.isEmpty()) {
            return AFTER_TROUBLE;
        }
        return sendWhatIsDue(watch.isAway() ? 1 : connections) ? sleep() : Duration.ZERO;
    }

    /** Lets go what waited for something that has come since. */
    private void release() {
        var seen = arrivals.take();
        if (seen.isEmpty()) {
            return;
        }
        try {
            messages.release(seen.cases(), seen.customers());
        } catch (RuntimeException e) {
            arrivals.putBack(seen);
            throw e;
        }
    }

    /** Now and then looks at all that waits: what a process that died did not come to. */
    private void sweep() {
        var now = clock.instant();
        if (now.isAfter(sweptAt.plus(BETWEEN_SWEEPS))) {
            messages.releaseAll();
            backlog.look();
            sweptAt = now;
        }
    }

    /** Whether all that is due is under way now. */
    private boolean sendWhatIsDue(int atOnce) throws InterruptedException {
        free.acquire();
        var drained = 1 + free.drainPermits();
        var most = Math.min(atOnce, drained);
        free.release(drained - most);
        List<Message> claimed = List.of();
        try {
            claimed = queue.claim(most, clock.instant().plus(claim), Set.copyOf(underWay));
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
                case Writing.Impossible(var reason) -> new Outcome.Impossible(reason);
                case Writing.Unneeded(var reason) -> new Outcome.Unneeded(reason);
                case Writing.TooMany(var reason, var until) -> new Outcome.PutOff(reason, until);
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
        watch.heard(outcome, clock.instant());
        while (true) {
            try {
                var now = clock.instant();
                var verdict = rule.after(message.attempt(), outcome, message.queuedAt(), now);
                queue.finish(message, outcome, verdict);
                measure(message, verdict);
                wake();
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
        return queue.nextDue(Set.copyOf(underWay))
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
