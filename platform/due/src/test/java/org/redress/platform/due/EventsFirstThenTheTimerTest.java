package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.platform.due.Beginning.BEGINNING;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** A replica that starts hears what has happened before it does what has fallen due. */
class EventsFirstThenTheTimerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MutableClock clock = Beginning.clock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicBoolean heard = new AtomicBoolean();
    private final AtomicInteger fired = new AtomicInteger();
    private final DueLoop loop =
            new DueLoop(
                    List.of(new Page()),
                    clock,
                    new Loops(clock, metrics),
                    new Wakeup(new NoTransaction()),
                    metrics,
                    true,
                    List.of(() -> true, heard::get),
                    PATIENCE);

    @Test
    void nothing_is_done_until_what_was_there_has_been_heard() {
        loop.pass();
        clock.add(PATIENCE.minusSeconds(1));
        loop.pass();
        assertThat(fired).hasValue(0);

        heard.set(true);
        loop.pass();

        assertThat(fired).hasValue(1);
    }

    @Test
    void what_was_heard_once_is_not_asked_for_again() {
        heard.set(true);
        loop.pass();
        heard.set(false);
        loop.pass();

        assertThat(fired).hasValue(2);
    }

    @Test
    void a_broker_that_is_away_keeps_nobody_from_being_reached() {
        loop.pass();
        clock.add(PATIENCE);
        loop.pass();

        assertThat(fired).hasValue(1);
    }

    /** Due in each pass, once. */
    private final class Page implements DueWork {

        private int asked;

        @Override
        public String name() {
            return "page";
        }

        @Override
        public int fire(Instant now) {
            fired.incrementAndGet();
            return 1;
        }

        @Override
        public Optional<Instant> next() {
            return asked++ % 2 == 0 ? Optional.of(BEGINNING) : Optional.empty();
        }
    }
}
