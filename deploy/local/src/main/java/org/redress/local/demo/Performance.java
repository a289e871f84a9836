package org.redress.local.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** The whole script, several journeys side by side. */
final class Performance {

    private static final int SIDE_BY_SIDE = 6;

    private final People people;
    private final Narrator narrator;
    private final InstantSource clock;

    Performance(People people, Narrator narrator, InstantSource clock) {
        this.people = people;
        this.narrator = narrator;
        this.clock = clock;
    }

    /**
     * Plays all cases to their end.
     *
     * @param run what tells this run's idempotency keys from those of others
     */
    List<Played> of(List<PlayedCase> script, String run) {
        Semaphore stage = new Semaphore(SIDE_BY_SIDE, true);
        try (ExecutorService actors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Played>> journeys = new ArrayList<>();
            for (PlayedCase each : script) {
                stage.acquire();
                Journey journey = new Journey(journeys.size() + 1, each, people, narrator, clock);
                journeys.add(
                        actors.submit(() -> {
                            try {
                                return journey.play(run);
                            } finally {
                                stage.release();
                            }
                        }));
            }
            List<Played> played = new ArrayList<>();
            for (Future<Played> journey : journeys) {
                played.add(journey.get());
            }
            return played;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A journey ended in a bug of the demo", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was broken off.", e);
        }
    }
}
