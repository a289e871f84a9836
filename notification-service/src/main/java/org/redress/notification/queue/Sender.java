package org.redress.notification.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.notification.channels.Channel;
import org.redress.notification.channels.Outcome;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.MessageParked;
import org.redress.notification.messages.Purpose;
import org.redress.notification.recipients.CustomerKnown;
import org.redress.notification.writing.Author;
import org.redress.notification.writing.Writing;
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

    /** Mails that end one after the other make room for one claim together. */
    private static final Duration BEFORE_THE_NEXT = Duration.ofMillis(3);

    /** What it waits for may be written down in this very moment: by then it is committed. */
    private static final Duration BEFORE_A_SECOND_LOOK = Duration.ofSeconds(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    private final WaitingMessages waiting;
    private final Queue queue;
    private final Author author;
    private final Channel channel;
    private final Outcomes outcomes;
    private final Loops loops;
    private final Backlog backlog;
    private final Clock clock;
    private final Duration lease;
    private final int connections;
    private final Semaphore free;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Arrivals arrivals = new Arrivals();
    private final ServerWatch watch;
    private final Horizon horizon = new Horizon(Purpose.LANES);
    private Instant sweptAt = Instant.EPOCH;
    private final AtomicReference<Instant> claimAt = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean hungry;
    private volatile @Nullable Loop loop;

    Sender(
            WaitingMessages waiting,
            Queue queue,
            Author author,
            Channel channel,
            Outcomes outcomes,
            RetryRule rule,
            Loops loops,
            Backlog backlog,
            MeterRegistry metrics,
            Clock clock) {
        this.waiting = waiting;
        this.queue = queue;
        this.author = author;
        this.channel = channel;
        this.outcomes = outcomes;
        this.loops = loops;
        this.backlog = backlog;
        this.clock = clock;
        this.watch = new ServerWatch(rule);
        Gauge.builder("mail.server.up", watch, it -> it.isAway() ? 0 : 1)
                .description("Whether the mail server was there when it was last asked")
                .register(metrics);
        this.connections = channel.connections();
        this.free = new Semaphore(connections);
        this.lease = channel.longest();
    }

    void start(@Observes StartupEvent start) {
        loop = loops.start("sender", this::pass);
    }

    /** What was begun is finished: a mail that the server has must not be forgotten. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        if (!free.tryAcquire(connections, lease.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("stopped while sending messages=%s", underWay);
        }
        outcomes.recordKeptNow(this::isDone);
    }

    void wake(@Observes MessageParked parked) {
        switch (parked) {
            case MessageParked.Due(var at, var awaited) -> {
                if (awaited != null) {
                    arrivals.addCase(awaited, Instant.EPOCH);
                    wakeLoopAt(Instant.EPOCH);
                }
                wakeAt(at);
            }
            case MessageParked.Waiting(var caseId) -> {
                var soon = clock.instant().plus(BEFORE_A_SECOND_LOOK);
                arrivals.addCase(caseId, soon);
                wakeLoopAt(soon);
            }
        }
    }

    void wake(@Observes CustomerKnown known) {
        arrivals.addCustomer(known.customerId());
        wakeLoopAt(Instant.EPOCH);
    }

    private void wakeAt(Instant at) {
        claimAt.accumulateAndGet(at, Sender::earlier);
        wakeLoopAt(at);
    }

    private void wakeLoopAt(Instant at) {
        var sender = loop;
        if (sender != null) {
            sender.wakeAt(at);
        }
    }

    /** Does what there is to do; returns when there is more, if nobody wakes it. */
    Duration pass() {
        var retry = outcomes.recordKept(this::isDone);
        release();
        var goesOn = sweep();
        claim();
        var next = goesOn ? Instant.EPOCH : earlier(claimAt.get(), arrivals.next());
        var untilNext = shorter(until(next), LONGEST_SLEEP);
        return retry.map(wait -> shorter(wait, untilNext)).orElse(untilNext);
    }

    private Duration until(Instant next) {
        var wait = Duration.between(clock.instant(), next);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Only if something may be due: what was said, read or heard of until now tells when. */
    private void claim() {
        if (clock.instant().isBefore(claimAt.get())) {
            return;
        }
        claimAt.set(Instant.MAX);
        try {
            var rest = send();
            claimAt.accumulateAndGet(clock.instant().plus(rest), Sender::earlier);
        } catch (RuntimeException e) {
            claimAt.set(Instant.EPOCH);
            throw e;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration send() {
        hungry = true;
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
        var seen = arrivals.take(clock.instant());
        if (seen.isEmpty()) {
            return;
        }
        try {
            waiting.release(seen.cases(), seen.customers()).due().ifPresent(this::wakeAt);
        } catch (RuntimeException e) {
            arrivals.putBack(seen);
            throw e;
        }
    }

    /**
     * Now and then looks at all that waits: what a process that died did not come to. Tells whether
     * the next pass has to go on with it.
     */
    private boolean sweep() {
        var now = clock.instant();
        if (!now.isAfter(sweptAt.plus(BETWEEN_SWEEPS))) {
            return false;
        }
        var released = waiting.releaseOldest();
        released.due().ifPresent(this::wakeAt);
        if (!released.isFull()) {
            backlog.look();
            sweptAt = now;
        }
        return released.isFull();
    }

    /** Sends as many as there are connections free; returns when to look again. */
    private Duration sendWhatIsDue(int atOnce) {
        var drained = free.drainPermits();
        var most = Math.min(atOnce, drained);
        free.release(drained - most);
        if (most == 0) {
            return LONGEST_SLEEP;
        }
        var now = clock.instant();
        var claim = Queue.Claim.NONE;
        try {
            claim = queue.claim(most, horizon.look(now), now.plus(lease), Set.copyOf(underWay));
        } finally {
            free.release(most - claim.messages().size());
        }
        // Whoever ends wakes the loop only if more may be waiting than could be taken.
        hungry = claim.messages().size() == most;
        if (hungry) {
            var last = claim.messages().getLast();
            horizon.cameTo(last.purpose().priority(), last.dueAt());
        } else {
            horizon.foundAll();
        }
        var writing = author.together(claim.messages());
        for (var message : claim.messages()) {
            underWay.add(message.id());
            Thread.ofVirtual().name("send-" + message.id()).start(() -> send(message, writing));
        }
        return hungry ? LONGEST_SLEEP : untilNext(claim.next());
    }

    private void send(Message message, Function<Message, Writing> writing) {
        try {
            outcomes.begins(message);
            var outcome = attempt(message, writing);
            watch.heard(outcome, clock.instant());
            outcomes.record(message, outcome, this::othersAreSent, this::isDone);
        } finally {
            free.release();
            if (hungry) {
                wakeAt(clock.instant().plus(BEFORE_THE_NEXT));
            }
        }
    }

    private boolean othersAreSent() {
        return free.availablePermits() < connections - 1;
    }

    /** Until its outcome is on record nobody may claim it again. */
    private void isDone(Queue.Ended ended) {
        underWay.remove(ended.message().id());
        if (ended.verdict() instanceof RetryRule.Verdict.Again(var at)) {
            wakeAt(at);
        }
    }

    private Outcome attempt(Message message, Function<Message, Writing> writing) {
        try {
            return switch (writing.apply(message)) {
                case Writing.Written(var envelope) -> channel.send(envelope);
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
    private Duration untilNext(Optional<Instant> next) {
        return next.map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .map(wait -> wait.isNegative() ? A_MOMENT : wait.plusMillis(1))
                .orElse(LONGEST_SLEEP);
    }
}
