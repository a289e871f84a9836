package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnOrderlyStopTest {

    private final Batches batches = new Batches();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_batch_under_way_ends_before_anything_is_closed() {
        // given
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var batch =
                CompletableFuture.runAsync(
                        () ->
                                batches.apply(() -> {
                                    begun.countDown();
                                    join(mayEnd);
                                    happened.add("applied");
                                }),
                        threads);
        join(begun);

        // when
        var stop = stopped().thenRun(() -> happened.add("closed"));
        await().until(this::isClosing);
        mayEnd.countDown();

        // then
        CompletableFuture.allOf(batch, stop).orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(happened).containsExactly("applied", "closed");
    }

    @Test
    void no_batch_begins_afterwards_and_it_is_nobody_s_fault() {
        // given
        stopped().join();

        // when
        assertThatThrownBy(() -> batches.apply(() -> happened.add("begun")))
                .isInstanceOf(Batches.Stopped.class);

        // then
        assertThat(happened).isEmpty();
    }

    @Test
    void an_event_that_is_tried_again_and_again_does_not_hold_up_the_end() {
        // given
        var tries = new CountDownLatch(3);
        var batch =
                CompletableFuture.runAsync(
                        () ->
                                batches.apply(() -> {
                                    var patience = new Patience(batches);
                                    while (true) {
                                        tries.countDown();
                                        patience.rest();
                                    }
                                }),
                        threads);
        join(tries);

        // when
        stopped().join();

        // then
        assertThat(batch)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withCauseInstanceOf(Batches.Stopped.class);
    }

    private CompletableFuture<Void> stopped() {
        return CompletableFuture.runAsync(
                        () -> {
                            try {
                                batches.close(new ShutdownEvent());
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        },
                        threads)
                .orTimeout(20, TimeUnit.SECONDS);
    }

    private boolean isClosing() {
        try {
            batches.rest(Duration.ofMillis(1));
            return false;
        } catch (Batches.Stopped closing) {
            return true;
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
