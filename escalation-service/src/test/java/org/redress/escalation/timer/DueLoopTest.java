package org.redress.escalation.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueLoopTest {

    private final Clock clock = Clock.systemUTC();
    private final Alarm alarm = new Alarm(clock);
    private final Work work = new Work();
    private final DueLoop loop = new DueLoop(List.of(work), clock, alarm, true);

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop(new ShutdownEvent());
    }

    @Test
    void what_is_due_is_fired_when_it_is_due() {
        work.due = clock.instant().plusMillis(150);

        loop.start();

        await().atMost(Duration.ofSeconds(2)).until(() -> work.fired.get() == 1);
        assertThat(work.lag()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void what_is_armed_while_the_loop_sleeps_wakes_it() {
        loop.start();
        await().atMost(Duration.ofSeconds(2)).until(() -> work.asked.get() > 0);

        work.due = clock.instant().plusMillis(100);
        alarm.set(clock.instant().plusMillis(100));

        await().atMost(Duration.ofSeconds(2)).until(() -> work.fired.get() == 1);
        assertThat(work.lag()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void a_database_that_is_away_only_makes_it_late() {
        work.due = clock.instant();
        work.broken = true;
        loop.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> work.asked.get() >= 2);

        work.broken = false;

        await().atMost(Duration.ofSeconds(5)).until(() -> work.fired.get() == 1);
    }

    /** One thing that is due once. */
    private final class Work implements DueWork {

        private final AtomicInteger fired = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile @Nullable Instant due;
        private volatile @Nullable Instant firedDue;
        private volatile @Nullable Instant firedAt;
        private volatile boolean broken;

        @Override
        public int fire(Instant now) {
            asked.incrementAndGet();
            if (broken) {
                throw new IllegalStateException("no connection");
            }
            if (due == null || now.isBefore(due)) {
                return 0;
            }
            firedDue = due;
            firedAt = clock.instant();
            due = null;
            fired.incrementAndGet();
            return 1;
        }

        @Override
        public Optional<Instant> next() {
            return Optional.ofNullable(due);
        }

        private Duration lag() {
            return Duration.between(firedDue, firedAt);
        }
    }
}
