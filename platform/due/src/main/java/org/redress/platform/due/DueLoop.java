package org.redress.platform.due;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The only timer of a service: sleeps until something is due, never longer than a second, and does
 * it. What is due stands in the database, so a restart or a second replica loses and doubles
 * nothing, and a database that is away only makes it late.
 *
 * <p>The works take turns, a batch each, so that none waits for another's drain. Each turn asks the
 * clock anew.
 */
@ApplicationScoped
public class DueLoop {

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

    private final List<DueWork> works;
    private final Clock clock;
    private final Loops loops;
    private final Wakeup wakeup;
    private final boolean enabled;
    private volatile @Nullable Loop loop;
    private Duration sleepInVain = SHORTEST_SLEEP;

    DueLoop(
            @All List<DueWork> works,
            Clock clock,
            Loops loops,
            Wakeup wakeup,
            @ConfigProperty(name = "due.loop.enabled") boolean enabled) {
        this.works = works;
        this.clock = clock;
        this.loops = loops;
        this.wakeup = wakeup;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !works.isEmpty()) {
            var started = loops.start("due-loop", this::pass);
            loop = started;
            wakeup.of(started);
        }
    }

    private Duration pass() {
        int changed = fireDue();
        var untilNext = untilNext();
        if (changed > 0 || untilNext.isPositive()) {
            sleepInVain = SHORTEST_SLEEP;
            return longer(untilNext, SHORTEST_SLEEP);
        }
        // Something is due and nobody lets us have it (a lock, say): ask ever more seldom.
        var sleep = sleepInVain;
        sleepInVain = shorter(sleep.multipliedBy(2), LONGEST_SLEEP);
        return sleep;
    }

    private Duration untilNext() {
        var now = clock.instant();
        return works.stream()
                .map(DueWork::next)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(next -> shorter(Duration.between(now, next), LONGEST_SLEEP))
                .orElse(LONGEST_SLEEP);
    }

    /**
     * Does everything that is due now, in turns; tells how many rows that changed. A work that
     * fails is left out until the next call and does not keep the others from theirs.
     *
     * @throws RuntimeException the first failure, when all others have done what was due
     */
    public int fireDue() {
        var turn = new ArrayList<>(works);
        turn.sort(Comparator.comparingInt(DueWork::rank));
        RuntimeException failure = null;
        int total = 0;
        int changed;
        do {
            changed = 0;
            for (var work : List.copyOf(turn)) {
                try {
                    changed += work.fire(clock.instant());
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
        return total;
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
