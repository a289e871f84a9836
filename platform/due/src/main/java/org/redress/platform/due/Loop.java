package org.redress.platform.due;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does one thing again and again, and rests in between. An exception only makes it
 * rest; an {@link Error} ends it, and then liveness fails, so that the process is started anew. It
 * beats with every pass; a pass that takes long beats by itself.
 */
public final class Loop {

    /** One go at the work. */
    @FunctionalInterface
    public interface Pass {

        /** Does what there is to do; tells how long there will be nothing, if nobody wakes it. */
        Duration once() throws InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration longestSilence;
    private final Pass pass;
    private final Sleep sleep;
    private final Thread thread;
    private volatile long lastBeat = System.nanoTime();
    private volatile @Nullable Instant failingSince;
    private volatile @Nullable Throwable death;
    private final Clock clock;

    Loop(String name, Duration longestSilence, Clock clock, Thread.Builder threads, Pass pass) {
        this.name = name;
        this.longestSilence = longestSilence;
        this.clock = clock;
        this.pass = pass;
        this.sleep = new Sleep(clock);
        this.thread = threads.name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends the rest, or the next one if it does not rest now. */
    public void wake() {
        sleep.end();
    }

    /** Ends the rest no later than at this instant. */
    public void wakeAt(Instant due) {
        sleep.endAt(due);
    }

    /** Says in the middle of a long pass that it is still at it. */
    public void beat() {
        lastBeat = System.nanoTime();
    }

    /** Rests in the middle of a pass, as between two passes: until it is woken or told to stop. */
    public void rest(Duration longest) throws InterruptedException {
        lastBeat = System.nanoTime() + longest.toNanos();
        sleep.atMost(longest);
    }

    /** Whether it was told to stop; a long pass looks now and then. */
    public boolean isStopping() {
        return sleep.isOver();
    }

    /** Lets it end after the pass that it is at, and waits for that, at most this long. */
    public void stop(Duration patience) throws InterruptedException {
        sleep.endForGood();
        if (!thread.equals(Thread.currentThread())) {
            thread.join(patience);
        }
    }

    /** The name under which health shows it. */
    public String name() {
        return name;
    }

    /** What is wrong with it, unless it does its rounds or was told to stop. */
    Optional<String> ailment() {
        var end = death;
        if (end != null) {
            return Optional.of("dead of " + end.getClass().getSimpleName());
        }
        var silence = silence();
        return isStopping() || silence.compareTo(longestSilence) <= 0
                ? Optional.empty()
                : Optional.of("silent for " + silence.truncatedTo(ChronoUnit.SECONDS));
    }

    /** How long it has not been heard of; none while it rests as it said it would. */
    Duration silence() {
        var silence = Duration.ofNanos(System.nanoTime() - lastBeat);
        return silence.isNegative() ? Duration.ZERO : silence;
    }

    /** How long each of its passes has failed; zero while they go well. */
    Duration failing() {
        return failingSince()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Since when each of its passes fails; empty while they go well. */
    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    private void run() {
        try {
            while (!isStopping()) {
                beat();
                var rest = guardedPass();
                lastBeat = System.nanoTime() + rest.toNanos();
                sleep.atMost(rest);
            }
        } catch (InterruptedException e) {
            endsBy(e);
        } catch (Throwable e) {
            endsBy(e);
            LOG.fatalf(Wordless.of(e), "loop died name=%s", name);
        }
    }

    private void endsBy(Throwable end) {
        if (!isStopping()) {
            death = end;
        }
    }

    private Duration guardedPass() throws InterruptedException {
        try {
            var rest = pass.once();
            if (failingSince != null) {
                failingSince = null;
                LOG.infof("loop goes on name=%s", name);
            }
            return rest;
        } catch (RuntimeException failure) {
            if (failingSince == null && !isStopping()) {
                failingSince = clock.instant();
                LOG.warnf(Wordless.of(failure), "loop fails and tries again name=%s", name);
            }
            return AFTER_A_FAILURE;
        }
    }
}
