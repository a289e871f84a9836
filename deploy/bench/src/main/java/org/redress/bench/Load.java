package org.redress.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Ways to repeat an action. */
public final class Load {

    private Load() {}

    /**
     * As often as a number of workers can, each after the other.
     *
     * @return actions per second
     */
    public static double closed(int workers, Duration duration, Runnable action) {
        var done = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                pool.execute(() -> {
                    while (System.nanoTime() < end) {
                        action.run();
                        done.incrementAndGet();
                    }
                });
            }
        }
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    /** So many times, shared by a number of workers. */
    public static void times(int count, int workers, Runnable action) {
        var left = new AtomicLong(count);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                pool.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        action.run();
                    }
                });
            }
        }
    }

    /** At a rate, whether or not those before are done: a slow answer does not slow the load. */
    public static void open(double perSecond, int count, Runnable action) {
        long step = (long) (1e9 / perSecond);
        long next = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++, next += step) {
                LockSupport.parkNanos(next - System.nanoTime());
                pool.execute(action);
            }
        }
    }
}
