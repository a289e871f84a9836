package org.redress.local.demo;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Registers a case for each line of a file, and waits until all of them were assessed and told. */
final class FileRun {

    private static final int SIDE_BY_SIDE = 8;
    private static final int MOST_AT_A_RATE = 64;
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Registrar registrar;
    private final Tally tally;
    private final ProgressBoard board;
    private final OptionalDouble rate;
    private final AtomicBoolean isBrokenOff = new AtomicBoolean();
    private final long begunAt = System.nanoTime();

    /**
     * A run.
     *
     * @param rate lines per second; empty for as fast as eight at a time go
     */
    FileRun(Registrar registrar, Tally tally, ProgressBoard board, OptionalDouble rate) {
        this.registrar = registrar;
        this.tally = tally;
        this.board = board;
        this.rate = rate;
    }

    /**
     * Sends all lines; gives up when intake stays away.
     *
     * @param run what tells this run's idempotency keys from those of others
     * @return how long it took
     */
    Duration send(ComplaintFile file, String run) {
        long total = file.size();
        Thread reader = Thread.ofVirtual().start(() -> read(file, run));
        while (reader.isAlive()) {
            board.show(progress(file, total).text() + outcome());
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        board.finish(progress(file, total).text() + outcome());
        return elapsed();
    }

    /** Waits for the facts that tell of each assessment, as long as more of them come. */
    void awaitFacts() {
        int total = tally.registered().size();
        long changedAt = System.nanoTime();
        int missing = tally.unreported();
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

    private void read(ComplaintFile file, String run) {
        Pace pace = new Pace(rate);
        Semaphore places = new Semaphore(rate.isPresent() ? MOST_AT_A_RATE : SIDE_BY_SIDE);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            file.read(line -> {
                switch (line) {
                    case FileLine.Bad bad -> tally.bad(bad);
                    case FileLine.Complaint complaint -> {
                        pace.await();
                        places.acquireUninterruptibly();
                        senders.execute(() -> {
                            send(complaint, WebForm.key(run, complaint));
                            places.release();
                        });
                    }
                }
                return !isBrokenOff.get();
            });
        }
    }

    private void send(FileLine.Complaint complaint, String key) {
        Registration answer = registrar.register(WebForm.of(complaint), key);
        tally.answered(complaint.number(), answer);
        if (answer instanceof Registration.NotNow) {
            isBrokenOff.set(true);
        }
    }

    private ProgressLine progress(ComplaintFile file, long total) {
        return new ProgressLine(file.name(), tally.done(), total, elapsed());
    }

    private String outcome() {
        return "  201: %d  refused: %d  bad: %d"
                .formatted(tally.registered().size(), tally.refused().size(), tally.bad().size());
    }

    private static String facts(int missing, int total) {
        return "assessed, and told to the BI topic: %d of %d".formatted(total - missing, total);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }
}
