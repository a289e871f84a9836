package org.redress.reporting.facts;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jboss.logging.Logger;
import org.redress.platform.due.DueBatch;
import org.redress.platform.due.DueWork;
import org.redress.platform.due.Wakeup;

/**
 * Has the facts settled when their windows end. What this replica folded it knows by itself; what
 * another left behind it finds by looking each five seconds.
 */
@ApplicationScoped
class FactTimer implements DueWork {
    private static final Logger LOG = Logger.getLogger(FactTimer.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int SIZE = 100;

    private final FactSettling settling;
    private final DueBatch oneByOne;
    private final Wakeup wakeup;
    private final NavigableSet<Instant> due = new ConcurrentSkipListSet<>();
    private volatile Instant lookAt = Instant.MIN;

    FactTimer(FactSettling settling, Wakeup wakeup) {
        this.settling = settling;
        this.oneByOne = new DueBatch(settling);
        this.wakeup = wakeup;
    }

    void expect(@Observes(during = AFTER_SUCCESS) FactsFolded folded) {
        due.addAll(folded.due());
        folded.due().forEach(wakeup::at);
    }

    @Override
    public String name() {
        return settling.name();
    }

    @Override
    public int fire(Instant now) {
        lookAt = now;
        due.headSet(now, true).clear();
        int settled = settle(now);
        lookAt = settled == SIZE ? now : now.plus(LOOK);
        return settled;
    }

    private int settle(Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> settling.fire(SIZE, now));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.debugf("batch settled one by one cause=%s", failure.getClass());
            return oneByOne.fire(now);
        }
    }

    @Override
    public Optional<Instant> next() {
        var first = due.ceiling(Instant.MIN);
        return Optional.of(first != null && first.isBefore(lookAt) ? first : lookAt);
    }
}
