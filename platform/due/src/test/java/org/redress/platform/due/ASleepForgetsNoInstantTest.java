package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.redress.platform.due.Beginning.BEGINNING;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class ASleepForgetsNoInstantTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofHours(1);

    private final MutableClock clock = Beginning.clock();
    private final Sleep sleep = new Sleep(clock);

    @Test
    void each_of_two_instants_ends_a_rest() {
        sleep.endAt(BEGINNING.plusSeconds(2));
        sleep.endAt(BEGINNING.plusSeconds(1));

        clock.setInstant(BEGINNING.plusSeconds(1));
        endsAtOnce();
        clock.setInstant(BEGINNING.plusSeconds(2));
        endsAtOnce();
    }

    @Test
    void a_rest_that_ends_by_itself_or_by_a_call_takes_no_later_instant_with_it() throws Exception {
        sleep.endAt(BEGINNING.plusSeconds(1));
        sleep.atMost(Duration.ZERO);
        sleep.end();
        endsAtOnce();

        clock.setInstant(BEGINNING.plusSeconds(1));

        endsAtOnce();
    }

    @Test
    void an_instant_ends_one_rest_only() throws Exception {
        sleep.endAt(BEGINNING);
        sleep.end();
        endsAtOnce();

        var sleeper = Thread.startVirtualThread(this::rest);
        await().atMost(BOUND).until(() -> sleeper.getState() == Thread.State.TIMED_WAITING);
        sleep.end();

        assertThat(sleeper.join(BOUND)).isTrue();
    }

    @Test
    void of_very_many_instants_the_next_are_kept() {
        IntStream.rangeClosed(1, 2 * Sleep.MOST)
                .forEach(second -> sleep.endAt(BEGINNING.plusSeconds(second)));

        for (int second = 1; second <= Sleep.MOST; second++) {
            clock.setInstant(BEGINNING.plusSeconds(second));
            endsAtOnce();
        }
    }

    private void endsAtOnce() {
        assertTimeoutPreemptively(BOUND, this::rest);
    }

    private void rest() {
        try {
            sleep.atMost(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
