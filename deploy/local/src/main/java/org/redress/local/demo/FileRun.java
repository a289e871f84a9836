package org.redress.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Registers a case for each line of a file, and waits until all of them were assessed and told. */
final class FileRun {
    private static final int SIDE_BY_SIDE = 8;
    private static final int MOST_AT_A_RATE = 64;
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Agent agent;
    private final Tally tally;
    private final ProgressBoard board;
    private final Path file;
    private final AtomicBoolean isBrokenOff = new AtomicBoolean();
    private final long begunAt = System.nanoTime();

    FileRun(Agent agent, Tally tally, ProgressBoard board, Path file) {
        this.agent = agent;
        this.tally = tally;
        this.board = board;
        this.file = file;
    }

    /**
     * Sends all lines; gives up when intake stays away.
     *
     * @param run what tells this run's idempotency keys from those of others
     * @param rate lines per second; empty for as fast as eight at a time go
     * @return how long it took
     */
    Duration send(String run, OptionalDouble rate) {
        AtomicInteger total = new AtomicInteger();
        FileLine.readAll(file, _ -> total.incrementAndGet() > 0);
        Thread reader = Thread.ofVirtual().start(() -> read(run, rate));
        while (reader.isAlive()) {
            board.show(progress(total.get()));
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        board.finish(progress(total.get()));
        return elapsed();
    }

    /** Waits for the facts that tell of each assessment, as long as more of them come. */
    void awaitFacts() {
        int total = tally.accepted().size();
        int missing = tally.unreported();
        long changedAt = System.nanoTime();
        while (missing > 0 && System.nanoTime() - changedAt < STANDSTILL.toNanos()) {
            board.show(facts(missing, total));
            LockSupport.parkNanos(GLANCE.toNanos());
            int now = tally.unreported();
            if (now < missing) {
                changedAt = System.nanoTime();
            }
            missing = now;
        }
        board.finish(facts(missing, total));
    }

    /** Whether lines were left unsent because intake did not answer any more. */
    boolean isBrokenOff() {
        return isBrokenOff.get();
    }

    /** Keeps to the rate by the clock: what was late is caught up. */
    private void read(String run, OptionalDouble rate) {
        long apart = rate.isPresent() ? Math.round(1e9 / rate.getAsDouble()) : 0;
        AtomicLong dueAt = new AtomicLong(System.nanoTime());
        Semaphore places = new Semaphore(rate.isPresent() ? MOST_AT_A_RATE : SIDE_BY_SIDE);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            FileLine.readAll(
                    file,
                    line -> {
                        switch (line) {
                            case FileLine.Bad(int number, String why) ->
                                    tally.bad().put(number, why);
                            case FileLine.Complaint complaint -> {
                                pause(dueAt.getAndAdd(apart));
                                places.acquireUninterruptibly();
                                senders.execute(() -> {
                                    send(complaint, complaint.key(run));
                                    places.release();
                                });
                            }
                        }
                        return !isBrokenOff.get();
                    });
        }
    }

    private static void pause(long until) {
        for (long rest = until - System.nanoTime(); rest > 0; rest = until - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private void send(FileLine.Complaint complaint, String key) {
        Registration answer = agent.insist(complaint.form(), key);
        tally.answered(complaint.number(), answer);
        if (answer instanceof Registration.NotNow) {
            isBrokenOff.set(true);
        }
    }

    private String progress(int total) {
        String bar =
                ProgressBoard.line(file.getFileName().toString(), tally.done(), total, elapsed());
        return bar
                + "  201: %d  refused: %d  bad: %d"
                        .formatted(
                                tally.accepted().size(),
                                tally.refused().size(),
                                tally.bad().size());
    }

    private static String facts(int missing, int total) {
        return "assessed, and told to the BI topic: %d of %d".formatted(total - missing, total);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }
}
