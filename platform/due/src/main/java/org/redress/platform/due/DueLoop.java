package org.redress.platform.due;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The only timer of a service: sleeps until something is due, and does it. What is due stands in
 * the database, so a restart or a second replica loses and doubles nothing, and a database that is
 * away only makes it late.
 *
 * <p>What this replica sets wakes it in time. What another sets it sees when it looks, each five
 * seconds: a row that wants something no sooner than that is never late, even if the replica that
 * set it dies, and any other by less than five seconds, and only then.
 *
 * <p>At the start it waits for its {@link Precondition}s, for a while.
 *
 * <p>The works take turns, a batch each, so that none waits for another's drain. Each turn asks the
 * clock anew.
 */
@ApplicationScoped
public class DueLoop {

    private static final Logger LOG = Logger.getLogger(DueLoop.class);

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_SLEEP_IN_VAIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

    private final List<DueWork> works;
    private final Clock clock;
    private final Loops loops;
    private final Wakeup wakeup;
    private final DueLags lags;
    private final boolean enabled;
    private final List<Precondition> preconditions;
    private final Duration patience;
    private @Nullable Instant waitsUntil;
    private boolean begun;
    private volatile @Nullable Loop loop;
    private Duration sleepInVain = SHORTEST_SLEEP;

    DueLoop(
            @All List<DueWork> works,
            Clock clock,
            Loops loops,
            Wakeup wakeup,
            MeterRegistry metrics,
            @ConfigProperty(name = "due.loop.enabled") boolean enabled,
            @All List<Precondition> preconditions,
            @ConfigProperty(name = "due.loop.patience") Duration patience) {
        this.works = works;
        this.clock = clock;
        this.loops = loops;
        this.wakeup = wakeup;
        this.lags = new DueLags(metrics, clock);
        this.enabled = enabled;
        this.preconditions = preconditions;
        this.patience = patience;
    }

    /** Whether this replica does what falls due by itself. */
    public boolean isEnabled() {
        return enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !works.isEmpty()) {
            var started = loops.start("due-loop", this::pass);
            loop = started;
            wakeup.of(started);
        }
    }

    /** What a call changed, and when the next row wants something. */
    private record Done(int changed, Instant next) {}

    Duration pass() {
        if (!begins()) {
            return BETWEEN_QUESTIONS;
        }
        var done = doWhatIsDue();
        var untilNext = shorter(Duration.between(clock.instant(), done.next()), LONGEST_SLEEP);
        if (done.changed() > 0 || untilNext.isPositive()) {
            sleepInVain = SHORTEST_SLEEP;
            return longer(untilNext, SHORTEST_SLEEP);
        }
        // Something is due and nobody lets us have it (a lock, say): ask ever more seldom.
        var sleep = sleepInVain;
        sleepInVain = shorter(sleep.multipliedBy(2), LONGEST_SLEEP_IN_VAIN);
        return sleep;
    }

    /** What happened while nobody looked is heard first; but nobody is kept waiting for ever. */
    private boolean begins() {
        if (!begun) {
            var now = clock.instant();
            waitsUntil = waitsUntil == null ? now.plus(patience) : waitsUntil;
            boolean met = preconditions.stream().allMatch(Precondition::isMet);
            begun = met || !now.isBefore(waitsUntil);
            if (begun && !met) {
                LOG.warnf("due loop waits no longer patience=%s", patience);
            }
        }
        return begun;
    }

    /**
     * Does everything that is due now, in turns; tells how many rows that changed. A work that
     * fails is left out until the next call and does not keep the others from theirs.
     *
     * @throws RuntimeException the first failure, when all others have done what was due
     */
    public int fireDue() {
        return doWhatIsDue().changed();
    }

    private Done doWhatIsDue() {
        var turn = new ArrayList<>(works);
        turn.sort(Comparator.comparingInt(DueWork::rank));
        RuntimeException failure = null;
        int total = 0;
        int changed;
        var next = Instant.MAX;
        do {
            changed = 0;
            next = Instant.MAX;
            for (var work : List.copyOf(turn)) {
                try {
                    var done = doBatch(work);
                    changed += done.changed();
                    next = done.next().isBefore(next) ? done.next() : next;
                } catch (RuntimeException e) {
                    turn.remove(work);
                    failure = failure == null ? e : failure;
                }
                beat();
            }
            total += changed;
        } while (changed > 0 && !isStopping());
        if (failure != null) {
            throw failure;
        }
        return new Done(total, next);
    }

    private Done doBatch(DueWork work) {
        var next = next(work);
        if (next.isAfter(clock.instant())) {
            return new Done(0, next);
        }
        int changed = work.fire(clock.instant());
        return new Done(changed, changed > 0 ? next : next(work));
    }

    private Instant next(DueWork work) {
        var next = work.next().orElse(Instant.MAX);
        lags.seen(work.name(), next);
        return next;
    }

    private void beat() {
        var beating = loop;
        if (beating != null) {
            beating.beat();
        }
    }

    private boolean isStopping() {
        var stopping = loop;
        return stopping != null && stopping.isStopping();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
