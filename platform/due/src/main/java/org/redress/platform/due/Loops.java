package org.redress.platform.due;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All loops of the service. Whoever has to do something again and again starts a {@link Loop} here
 * and not a thread of its own: it survives exceptions, it ends with the service, and liveness fails
 * when it dies or falls silent. Metrics show both sooner.
 */
@ApplicationScoped
public class Loops {

    /** How long a loop may be at one pass before it counts as hung. */
    public static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final Clock clock;
    private final MeterRegistry metrics;
    private final List<Loop> running = new CopyOnWriteArrayList<>();

    Loops(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Starts a loop on a virtual thread of this name. */
    public Loop start(String name, Loop.Pass pass) {
        return start(name, LONGEST_SILENCE, pass);
    }

    /** As {@link #start(String, Loop.Pass)}, with another longest silence. */
    public Loop start(String name, Duration longestSilence, Loop.Pass pass) {
        return start(name, longestSilence, Thread.ofVirtual(), pass);
    }

    /** As {@link #start(String, Loop.Pass)}, for what holds on to its thread while it waits. */
    public Loop startOnOwnThread(String name, Loop.Pass pass) {
        return start(name, LONGEST_SILENCE, Thread.ofPlatform().daemon(), pass);
    }

    private Loop start(
            String name, Duration longestSilence, Thread.Builder threads, Loop.Pass pass) {
        var loop = new Loop(name, longestSilence, clock, threads, pass);
        running.add(loop);
        show(loop);
        loop.start();
        return loop;
    }

    private void show(Loop loop) {
        Gauge.builder("loop.silence.seconds", loop, it -> it.silence().toMillis() / 1000.0)
                .description("How long the loop has given no sign of life that it should have")
                .tag("loop", loop.name())
                .register(metrics);
        Gauge.builder("loop.failing.seconds", loop, it -> it.failing().toMillis() / 1000.0)
                .description("How long each pass of the loop has failed")
                .tag("loop", loop.name())
                .register(metrics);
    }

    /** Lets one loop end before the service does. */
    public void stop(Loop loop) throws InterruptedException {
        loop.stop(PATIENCE_AT_THE_END);
        running.remove(loop);
    }

    List<Loop> running() {
        return List.copyOf(running);
    }

    void stopAll(@Observes ShutdownEvent event) throws InterruptedException {
        for (var loop : running) {
            loop.stop(Duration.ofMillis(1));
        }
        long endsAt = System.nanoTime() + PATIENCE_AT_THE_END.toNanos();
        for (var loop : running) {
            loop.stop(Duration.ofNanos(Math.max(1, endsAt - System.nanoTime())));
        }
    }
}
