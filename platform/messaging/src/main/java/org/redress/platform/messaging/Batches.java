package org.redress.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The batches that are under way. When the service stops none begins any more, and those under way
 * are waited for a little; what is left over is read again by whoever starts next.
 */
@ApplicationScoped
class Batches {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(3);

    private final ReadWriteLock underWay = new ReentrantReadWriteLock(true);
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Applies it, unless the service stops.
     *
     * @throws Stopped if the service stops before it is applied
     */
    void apply(Runnable batch) {
        if (!underWay.readLock().tryLock()) {
            throw new Stopped();
        }
        try {
            if (closing.getCount() == 0) {
                throw new Stopped();
            }
            batch.run();
        } finally {
            underWay.readLock().unlock();
        }
    }

    /**
     * Lets a batch that is under way rest.
     *
     * @throws Stopped if the service stops
     */
    void rest(Duration rest) {
        try {
            if (closing.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** Before anything that a batch needs is closed. */
    void close(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        var allAreOver =
                underWay.writeLock().tryLock(PATIENCE_AT_THE_END.toNanos(), TimeUnit.NANOSECONDS);
        if (allAreOver) {
            underWay.writeLock().unlock();
        }
    }

    /** The service stops; whoever starts next reads the events again. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the service stops; the events are read again", null, false, false);
        }
    }
}
