package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NoLookGoesOverWhatIsGoneTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant MARGIN_BEFORE_NOON = Instant.parse("2026-11-30T11:59:50Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Horizon horizon = new Horizon(nanos::get);

    @Test
    void the_first_look_begins_at_the_start_and_so_does_the_next_while_more_is_due() {
        assertThat(horizon.from(NOON)).isEqualTo(Instant.EPOCH);
        assertThat(horizon.from(NOON)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void after_one_that_took_all_the_next_begins_shortly_before_it() {
        horizon.from(NOON);
        horizon.isEmptyUntil(NOON);

        assertThat(horizon.from(NOON.plusMillis(1))).isEqualTo(MARGIN_BEFORE_NOON);
    }

    @Test
    void every_five_seconds_one_begins_at_the_start() {
        horizon.from(NOON);
        horizon.isEmptyUntil(NOON);

        passes(Duration.ofMillis(4_999));
        assertThat(horizon.from(NOON)).isEqualTo(MARGIN_BEFORE_NOON);
        passes(Duration.ofMillis(1));
        assertThat(horizon.from(NOON)).isEqualTo(Instant.EPOCH);
        horizon.isEmptyUntil(NOON);
        assertThat(horizon.from(NOON)).isEqualTo(MARGIN_BEFORE_NOON);
    }

    @Test
    void when_the_clock_was_put_back_it_begins_at_the_start() {
        horizon.from(NOON);
        horizon.isEmptyUntil(NOON);

        assertThat(horizon.from(NOON.minusSeconds(11))).isEqualTo(Instant.EPOCH);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
