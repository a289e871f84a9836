package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NoLookGoesOverWhatIsGoneTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant BEFORE_NOON = NOON.minusSeconds(10);
    private static final Instant THE_START = Instant.EPOCH;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Horizon horizon = new Horizon(List.of(0, 1, 2), nanos::get);

    @Test
    void the_first_look_begins_at_the_start_and_finds_what_has_lapsed() {
        assertThat(horizon.look(NOON)).isEqualTo(Horizon.Look.fromTheStart(3));
    }

    @Test
    void after_one_that_took_all_the_next_begins_shortly_before_it_and_finds_nothing_lapsed() {
        horizon.look(NOON);
        horizon.foundAll();

        var next = horizon.look(NOON.plusMillis(1));

        assertThat(next.lanes()).containsExactly(BEFORE_NOON, BEFORE_NOON, BEFORE_NOON);
        assertThat(next.lapsed()).isAfter(NOON.plus(Duration.ofDays(365_000)));
    }

    @Test
    void one_that_took_as_much_as_it_could_says_something_of_the_lanes_that_it_came_to() {
        horizon.look(NOON);
        horizon.foundAll();
        var due = NOON.plusSeconds(60);
        horizon.look(NOON.plusSeconds(90));

        horizon.cameTo(1, due);

        assertThat(horizon.look(NOON.plusSeconds(91)).lanes())
                .containsExactly(NOON.plusSeconds(80), NOON.plusSeconds(50), BEFORE_NOON);
    }

    @Test
    void one_from_the_start_that_took_as_much_as_it_could_says_nothing() {
        horizon.look(NOON);

        horizon.cameTo(2, NOON);

        assertThat(horizon.look(NOON).lanes()).containsExactly(THE_START, THE_START, THE_START);
    }

    @Test
    void every_five_seconds_one_begins_at_the_start() {
        horizon.look(NOON);
        horizon.foundAll();

        passes(Duration.ofMillis(4_999));
        assertThat(horizon.look(NOON).lanes()).containsOnly(BEFORE_NOON);
        passes(Duration.ofMillis(1));
        assertThat(horizon.look(NOON)).isEqualTo(Horizon.Look.fromTheStart(3));
        horizon.foundAll();
        assertThat(horizon.look(NOON).lanes()).containsOnly(BEFORE_NOON);
    }

    @Test
    void when_the_clock_was_put_back_it_begins_at_the_start() {
        horizon.look(NOON);
        horizon.foundAll();

        assertThat(horizon.look(NOON.minusMillis(1))).isEqualTo(Horizon.Look.fromTheStart(3));
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
