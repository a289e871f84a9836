package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.platform.due.Beginning.BEGINNING;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class NothingWaitsForADrainTest {

    private static final int BATCHES = 1_000;

    private final MutableClock clock = Beginning.clock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> done = new ArrayList<>();

    @Test
    void what_falls_due_during_the_drain_of_another_work_is_done_after_the_next_batch() {
        // given
        var drain = new Work("clock", BATCHES, BEGINNING, 1);
        var page = new Work("page", 1, BEGINNING.plusSeconds(50), 0);

        // when
        loop(drain, page).fireDue();

        // then
        assertThat(done.subList(50, 52)).contains("page");
        assertThat(done).hasSize(BATCHES + 1);
    }

    @Test
    void of_two_that_are_due_the_lower_rank_goes_first_in_each_turn() {
        // when
        loop(new Work("second", 3, BEGINNING, 1), new Work("first", 3, BEGINNING, 0)).fireDue();

        // then
        assertThat(done).containsExactly("first", "second", "first", "second", "first", "second");
    }

    @Test
    void a_work_that_fails_does_not_keep_the_others_from_theirs_and_is_reported() {
        // given
        var broken =
                new DueWork() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public int fire(Instant now) {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public Optional<Instant> next() {
                        return Optional.of(BEGINNING);
                    }
                };

        // when
        var loop = loop(broken, new Work("page", 2, BEGINNING, 1));

        // then
        assertThatThrownBy(loop::fireDue).hasMessage("broken");
        assertThat(done).containsExactly("page", "page");
    }

    @Test
    void how_late_a_work_is_shows_and_grows_while_the_loop_does_not_get_on() {
        // given
        var stuck = new Stuck();
        var loop = loop(stuck, new Work("page", 1, BEGINNING, 0));

        // when
        loop.fireDue();
        clock.add(Duration.ofSeconds(90));

        // then
        assertThat(lag("stuck")).isEqualTo(91);
        assertThat(lag("page")).isZero();

        // when
        stuck.next = clock.instant().plusSeconds(1);
        loop.fireDue();

        // then
        assertThat(lag("stuck")).isZero();
    }

    private double lag(String work) {
        return metrics.get("due.lag.seconds").tag("work", work).gauge().value();
    }

    private DueLoop loop(DueWork... works) {
        return new DueLoop(
                List.of(works),
                clock,
                new Loops(clock, metrics),
                new Wakeup(new NoTransaction()),
                metrics,
                false,
                List.of(),
                Duration.ZERO);
    }

    /** Due, and nobody lets it have its row. */
    private static final class Stuck implements DueWork {

        private Instant next = BEGINNING;

        @Override
        public String name() {
            return "stuck";
        }

        @Override
        public int fire(Instant now) {
            return 0;
        }

        @Override
        public Optional<Instant> next() {
            return Optional.of(next);
        }
    }

    /** Each batch takes a second. */
    private final class Work implements DueWork {

        private final String name;
        private final Instant dueAt;
        private final int rank;
        private int left;

        Work(String name, int batches, Instant dueAt, int rank) {
            this.name = name;
            this.left = batches;
            this.dueAt = dueAt;
            this.rank = rank;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int fire(Instant now) {
            if (left == 0 || dueAt.isAfter(now)) {
                return 0;
            }
            left--;
            clock.add(Duration.ofSeconds(1));
            done.add(name);
            return 1;
        }

        @Override
        public Optional<Instant> next() {
            return left == 0 ? Optional.empty() : Optional.of(dueAt);
        }

        @Override
        public int rank() {
            return rank;
        }
    }
}
