package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ACommitWakesTheLoopTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Loops loops = new Loops(Beginning.clock(), new SimpleMeterRegistry());
    private final AtomicInteger passes = new AtomicInteger();
    private final Wakeup wakeup;
    private final Loop loop;

    ACommitWakesTheLoopTest(TransactionSynchronizationRegistry transaction) {
        wakeup = new Wakeup(transaction);
        loop =
                loops.start(
                        "sleeping",
                        () -> {
                            passes.incrementAndGet();
                            return Duration.ofHours(1);
                        });
        wakeup.of(loop);
    }

    @AfterEach
    void stop() throws InterruptedException {
        loops.stop(loop);
    }

    @Test
    void what_is_set_in_a_transaction_counts_when_it_has_committed() {
        // given
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(1));

        // when
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    wakeup.at(Beginning.BEGINNING);
                    await().during(Duration.ofMillis(300))
                            .atMost(BOUND)
                            .untilAsserted(() -> assertThat(passes).hasValue(1));
                });

        // then
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(2));
    }

    @Test
    void outside_of_a_transaction_it_counts_at_once() {
        // given
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(1));

        // when
        wakeup.at(Beginning.BEGINNING);

        // then
        await().atMost(BOUND).untilAsserted(() -> assertThat(passes).hasValue(2));
    }
}
