package org.redress.notification.messages;

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
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    private final Messages messages;
    private final Queue queue;
    private final Author author;
    private final MailServer server;
    private final Outcomes outcomes;
    private final Loops loops;
    private final Backlog backlog;
    private final Clock clock;
    private final Duration claim;
    private final int connections;
    private final Semaphore free;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Arrivals arrivals = new Arrivals();
    private final ServerWatch watch;
    private Instant sweptAt = Instant.MIN;
    private volatile @Nullable Loop loop;

    @Inject
    Sender(
            Messages messages,
            Queue queue,
            Author author,
            MailServer server,
            Outcomes outcomes,
            RetryRule rule,
            SmtpSettings settings,
            Loops loops,
            Backlog backlog,
            Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.author = author;
        this.server = server;
        this.outcomes = outcomes;
        this.loops = loops;
        this.backlog = backlog;
        this.clock = clock;
        this.watch = new ServerWatch(rule);
        this.connections = settings.connections();
        this.free = new Semaphore(connections);
        // Longer than the slowest conversation of a mail server that answers just in time.
        this.claim = settings.timeout().multipliedBy(10);
    }

    void start(@Observes StartupEvent start) {
        loop = loops.start("sender", this::pass);
    }

    /** What was begun is finished: a mail that the server has must not be forgotten. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        if (!free.tryAcquire(connections, claim.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("stopped while sending messages=%s", underWay);
        }
        outcomes.recordKeptNow(this::isDone);
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

    private Duration pass() {
        var retry = outcomes.recordKept(this::isDone);
        release();
        sweep();
        var rest = send();
        return retry.filter(wait -> wait.compareTo(rest) < 0).orElse(rest);
    }

    private Duration send() {
        var pause = watch.pause(clock.instant());
        if (pause.isPositive()) {
            return pause;
        }
        if (watch.isAway() && free.availablePermits() < connections) {
            return AFTER_TROUBLE;
        }
        return sendWhatIsDue(watch.isAway() ? 1 : connections);
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

    /** Sends as many as there are connections free; returns when to look again. */
    private Duration sendWhatIsDue(int atOnce) {
        var drained = free.drainPermits();
        var most = Math.min(atOnce, drained);
        free.release(drained - most);
        if (most == 0) {
            return LONGEST_SLEEP;
        }
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
        return claimed.size() < most ? sleep() : Duration.ZERO;
    }

    private void send(Message message) {
        var recorded = true;
        try {
            var outcome = attempt(message);
            watch.heard(outcome, clock.instant());
            recorded = outcomes.record(message, outcome);
        } finally {
            if (recorded) {
                isDone(message);
            }
            free.release();
            wake();
        }
    }

    /** Until its outcome is on record nobody may claim it again. */
    private void isDone(Message message) {
        underWay.remove(message.id());
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

    /** What is due and was not claimed is in another sender's hands, for a moment. */
    private Duration sleep() {
        return queue.nextDue(Set.copyOf(underWay))
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .map(wait -> wait.isNegative() ? A_MOMENT : wait.plusMillis(1))
                .orElse(LONGEST_SLEEP);
    }
}
