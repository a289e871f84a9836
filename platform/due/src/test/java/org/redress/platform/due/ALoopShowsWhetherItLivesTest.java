package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ALoopShowsWhetherItLivesTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Loops loops = new Loops(Clock.systemUTC(), metrics);
    private final LoopsLiveness liveness = new LoopsLiveness(loops);
    private final AtomicInteger passes = new AtomicInteger();

    @AfterEach
    void stop() throws InterruptedException {
        loops.stopAll(new ShutdownEvent());
    }

    @Test
    void an_exception_makes_it_rest_and_it_goes_on_by_itself() {
        // given
        var broken = new AtomicBoolean(true);

        // when
        loops.start(
                "looping",
                () -> {
                    passes.incrementAndGet();
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("the world is broken");
                    }
                    return Duration.ofHours(1);
                });

        // then
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(shown("looping")).asString().startsWith("fails since"));
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(measured("loop.failing.seconds")).isPositive();
        await().atMost(BOUND).untilAsserted(() -> assertThat(shown("looping")).isEqualTo("runs"));
        assertThat(measured("loop.failing.seconds")).isZero();
        assertThat(measured("loop.silence.seconds")).isZero();
        assertThat(passes).hasValue(2);
    }

    @Test
    void it_may_rest_in_the_middle_of_a_pass_and_is_woken_there() {
        // given
        var rested = new AtomicInteger();
        var self = new AtomicReference<Loop>();
        var loop =
                loops.start(
                        "looping",
                        Duration.ofMillis(100),
                        () -> {
                            passes.incrementAndGet();
                            var here = self.get();
                            if (here != null) {
                                here.rest(Duration.ofHours(1));
                                rested.incrementAndGet();
                            }
                            return Duration.ofMillis(10);
                        });
        self.set(loop);

        // when
        await().during(Duration.ofMillis(300))
                .atMost(BOUND)
                .until(() -> rested.get() == 0 && status() == Status.UP);
        loop.wake();

        // then
        await().atMost(BOUND).until(() -> rested.get() == 1);
    }

    @Test
    void an_error_ends_it_and_liveness_fails() {
        // when
        loops.start(
                "looping",
                () -> {
                    throw new NoClassDefFoundError("gone");
                });

        // then
        await().atMost(BOUND).untilAsserted(() -> assertThat(status()).isEqualTo(Status.DOWN));
        assertThat(shown("looping")).isEqualTo("dead of NoClassDefFoundError");
    }

    @Test
    void a_pass_that_hangs_makes_liveness_fail_unless_it_beats() throws Exception {
        // given
        var end = new CountDownLatch(1);
        var loop =
                loops.start(
                        "looping",
                        Duration.ofMillis(200),
                        () -> {
                            end.await();
                            return Duration.ofHours(1);
                        });
        await().atMost(BOUND).untilAsserted(() -> assertThat(status()).isEqualTo(Status.DOWN));

        assertThat(measured("loop.silence.seconds")).isGreaterThanOrEqualTo(0.2);

        // when
        loop.beat();

        // then
        assertThat(status()).isEqualTo(Status.UP);
        end.countDown();
    }

    @Test
    void it_wakes_when_it_is_told_to() {
        // given
        var loop =
                loops.start(
                        "looping",
                        () -> {
                            passes.incrementAndGet();
                            return Duration.ofHours(1);
                        });
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(1));

        // when
        loop.wake();
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(2));
        loop.wakeAt(Clock.systemUTC().instant().plusMillis(50));

        // then
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(3));
    }

    @Test
    void it_ends_with_the_service_and_that_is_no_death() throws Exception {
        // given
        loops.start("looping", () -> Duration.ofHours(1));

        // when
        loops.stopAll(new ShutdownEvent());

        // then
        assertThat(status()).isEqualTo(Status.UP);
    }

    private double measured(String name) {
        return metrics.get(name).tag("loop", "looping").gauge().value();
    }

    private Status status() {
        return liveness.call().getStatus();
    }

    private Object shown(String loop) {
        return liveness.call().getData().orElseThrow().get(loop);
    }
}
